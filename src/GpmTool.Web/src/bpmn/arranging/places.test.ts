import { BpmnModdle } from 'bpmn-moddle';
import { expect, it } from 'vitest';

import type { ModdleReader } from '../services';
import { readPlaces, withoutDrawing } from './places';

const drawn = `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:di="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:line="http://www.omg.org/spec/DD/20100524/DI" id="d" targetNamespace="x">
  <process id="p"><startEvent id="s" name="Los"><outgoing>f</outgoing></startEvent><task id="t"><incoming>f</incoming></task><sequenceFlow id="f" sourceRef="s" targetRef="t"/></process>
  <di:BPMNDiagram id="x"><di:BPMNPlane id="y" bpmnElement="p">
    <di:BPMNShape id="s_di" bpmnElement="s"><dc:Bounds x="10" y="20" width="36" height="36"/><di:BPMNLabel><dc:Bounds x="5" y="60" width="40" height="14"/></di:BPMNLabel></di:BPMNShape>
    <di:BPMNShape id="t_di" bpmnElement="t"><dc:Bounds x="100" y="0" width="100" height="80"/></di:BPMNShape>
    <di:BPMNEdge id="f_di" bpmnElement="f"><line:waypoint x="46" y="38"/><line:waypoint x="100" y="40"/></di:BPMNEdge>
  </di:BPMNPlane></di:BPMNDiagram>
</definitions>`;

it('reads where a drawing has its elements', async () => {
  const places = await readPlaces(new BpmnModdle() as ModdleReader, drawn);
  expect(places.get('s')).toEqual({
    bounds: { x: 10, y: 20, width: 36, height: 36 },
    label: { x: 5, y: 60, width: 40, height: 14 },
  });
  expect(places.get('t')).toEqual({ bounds: { x: 100, y: 0, width: 100, height: 80 } });
  expect(places.get('f')).toEqual({
    waypoints: [
      { x: 46, y: 38 },
      { x: 100, y: 40 },
    ],
  });
});

it('takes the drawing away and leaves the model', () => {
  const bare = withoutDrawing(drawn);
  expect(bare).not.toContain('BPMNShape');
  expect(bare).not.toContain('BPMNDiagram');
  expect(bare).toContain('<task id="t">');
});
