import { BpmnModdle } from 'bpmn-moddle';
import { expect, it } from 'vitest';

import { moddleExtensions } from '../descriptor';
import type { Drawn, Moddle, ModdleReader } from '../services';
import { emptyStep, type ProcessContent, type Step } from './content';
import { own, readCalledProcess, readMedium, readOrganisationUnit, readProcess, readShare, readStep } from './reading';
import {
  putOwn,
  writeCalledProcess,
  writeMedium,
  writeOrganisationUnit,
  writeProcess,
  writeShare,
  writeStep,
} from './writing';

type Full = ModdleReader & { toXML(element: Moddle): Promise<{ xml: string }> };
const moddle = new BpmnModdle(moddleExtensions) as Full;
const create = moddle.create.bind(moddle);

/** Changes the model as bpmn-js does; without its undo. */
const services = {
  bpmnFactory: { create },
  modeling: {
    updateModdleProperties: (_: Drawn, model: Moddle, properties: Record<string, unknown>) => {
      for (const [name, value] of Object.entries(properties)) model.set(name, value);
    },
  } as never,
};

const full: Step = {
  role: 'Leitstelle',
  organisationUnit: 'FM 2',
  cost: '12.5 EUR',
  rag: 5,
  automation: 'supported',
  description: 'Mit <Vorsicht> & "Sorgfalt"\nin zwei Zeilen',
  processingTime: { kind: 'triangular', min: 'PT5M', mode: 'PT10M', max: 'PT1H' },
  waitingTime: { kind: 'constant', value: 'P2D' },
  transportTime: { kind: 'normal', mean: 'PT1H', standardDeviation: 'PT5M' },
  systems: ['Ticketsystem', 'E-Akte'],
  documents: [
    { name: 'Meldung', direction: 'input', medium: 'paper', form: 'Vordruck' },
    { name: 'Auftrag', direction: 'output', medium: 'unspecified' },
  ],
  legalBases: [
    { citation: 'ArbStättV § 4', verified: true, link: 'https://example.org' },
    { citation: 'LHO', verified: false },
  ],
  responsibilities: [{ role: 'Leitung', kind: 'accountable' }],
  risks: [{ description: 'geht verloren', control: 'Nummer vergeben' }, { description: 'ohne Gegenmittel' }],
};

async function taskOf(xml: string): Promise<Moddle> {
  const { rootElement } = await moddle.fromXML(xml);
  const [process] = rootElement.get('rootElements') as Moddle[];
  const [task] = process?.get('flowElements') as Moddle[];
  return task as Moddle;
}

async function through(model: Moddle): Promise<Moddle> {
  const process = create('bpmn:Process', { id: 'p', flowElements: [model] });
  const { xml } = await moddle.toXML(create('bpmn:Definitions', { targetNamespace: 'x', rootElements: [process] }));
  return taskOf(xml);
}

const put = (model: Moddle, type: string, content: Moddle | undefined) => {
  putOwn(services, {} as Drawn, model, type, content);
};

it('reads back every attribute of a step that it wrote, through the XML', async () => {
  const task = create('bpmn:Task', { id: 't' });
  put(task, 'gpm:Step', writeStep(create, full));
  expect(readStep(await through(task))).toEqual(full);
});

it('writes the elements and attributes of the schema', async () => {
  const task = create('bpmn:Task', { id: 't' });
  put(
    task,
    'gpm:Step',
    writeStep(create, {
      ...emptyStep,
      systems: ['A'],
      legalBases: [{ citation: 'B', verified: false }],
      processingTime: { kind: 'constant', value: 'PT5M' },
    }),
  );
  const { xml } = await moddle.toXML(
    create('bpmn:Definitions', { rootElements: [create('bpmn:Process', { flowElements: [task] })] }),
  );
  expect(xml).toContain(
    '<gpm:step><gpm:processingTime kind="constant" value="PT5M" /><gpm:system name="A" /><gpm:legalBasis citation="B" /></gpm:step>',
  );
});

it('reads back what belongs to flows, lanes, data, calls and processes', async () => {
  const flow = create('bpmn:SequenceFlow', { id: 'f' });
  put(flow, 'gpm:Flow', writeShare(create, 0.25));
  expect(readShare(await through(flow))).toBe(0.25);

  const data = create('bpmn:DataObjectReference', { id: 'd' });
  put(data, 'gpm:Data', writeMedium(create, 'paper'));
  expect(readMedium(await through(data))).toBe('paper');

  const call = create('bpmn:CallActivity', { id: 'c' });
  put(call, 'gpm:Call', writeCalledProcess(create, 'rechnung-pruefen'));
  expect(readCalledProcess(await through(call))).toBe('rechnung-pruefen');

  const lane = create('bpmn:Lane', { id: 'l' });
  put(lane, 'gpm:Lane', writeOrganisationUnit(create, 'FM 1'));
  expect(readOrganisationUnit(lane)).toBe('FM 1');

  const content: ProcessContent = {
    casesPerYear: 1200,
    arrivals: { kind: 'exponential', mean: 'PT2H' },
    staffing: [{ role: 'Leitstelle', fullTimeEquivalents: 1.5, wagePerHour: '41.2 EUR' }],
  };
  const process = create('bpmn:Process', { id: 'p' });
  put(process, 'gpm:Process', writeProcess(create, content));
  const { xml } = await moddle.toXML(create('bpmn:Definitions', { targetNamespace: 'x', rootElements: [process] }));
  const { rootElement } = await moddle.fromXML(xml);
  expect(readProcess((rootElement.get('rootElements') as Moddle[])[0] as Moddle)).toEqual(content);
});

it('leaves extensions of others where they are, and takes away only its own', async () => {
  const task =
    await taskOf(`<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:gpm="urn:gpmtool:bpmn:1" xmlns:x="urn:x" targetNamespace="x">
    <process id="p"><task id="t"><extensionElements><x:first /><gpm:step role="A" /><x:last /></extensionElements></task></process></definitions>`);
  const names = () => ((task.get('extensionElements') as Moddle).get('values') as Moddle[]).map((one) => one.$type);
  put(task, 'gpm:Step', writeStep(create, { ...readStep(task), role: 'B' }));
  expect(names()).toEqual(['x:first', 'gpm:Step', 'x:last']);
  expect(readStep(task).role).toBe('B');
  put(task, 'gpm:Step', undefined);
  expect(names()).toEqual(['x:first', 'x:last']);
});

it('writes nothing where nothing is recorded', () => {
  expect(writeStep(create, emptyStep)).toBeUndefined();
  expect(writeStep(create, emptyStep, true)).toBeDefined();
  expect(writeProcess(create, { staffing: [] })).toBeUndefined();
  const task = create('bpmn:Task', { id: 't' });
  put(task, 'gpm:Step', writeStep(create, { ...emptyStep, role: 'A' }));
  put(task, 'gpm:Step', undefined);
  expect(own(task, 'gpm:Step')).toBeUndefined();
  expect(task.get('extensionElements')).toBeUndefined();
});
