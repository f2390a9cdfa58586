import { expect, it } from 'vitest';

import type { Diagram, Drawn } from '../services';
import { followerOf, rolesOf, stepsOf } from './steps';

interface Node {
  id: string;
  type?: string;
  x?: number;
  y?: number;
  to?: string[];
  name?: string;
}

/** A drawing with these nodes and the flows between them. */
function drawing(nodes: Node[], lanes: Record<string, string[]> = {}): Diagram {
  const drawn = new Map<string, Record<string, unknown>>();
  const add = (id: string, type: string, members: Record<string, unknown>, model: Record<string, unknown>) => {
    const isNode = !['bpmn:Lane', 'bpmn:SequenceFlow', 'bpmn:Participant'].includes(type);
    const businessObject = {
      $type: type,
      get: (name: string) => model[name],
      $instanceOf: (asked: string) =>
        asked === type ||
        (asked === 'bpmn:FlowNode' && isNode) ||
        (asked === 'bpmn:Gateway' && type.endsWith('Gateway')),
    };
    const element = {
      id,
      type,
      x: 0,
      y: 0,
      width: 100,
      height: 80,
      incoming: [],
      outgoing: [],
      children: [],
      businessObject,
      ...members,
    };
    drawn.set(id, element);
    return element;
  };
  const pool = add('pool', 'bpmn:Participant', {}, {});
  for (const { id, type = 'bpmn:Task', x = 0, y = 0, name } of nodes)
    add(id, type, { x, y, parent: pool }, { name: name ?? id });
  for (const { id, to = [] } of nodes) {
    for (const target of to) {
      const [source, end] = [drawn.get(id), drawn.get(target)] as Record<string, unknown[]>[];
      const flow = add(`${id}>${target}`, 'bpmn:SequenceFlow', { source, target: end }, {});
      source?.['outgoing']?.push(flow);
      end?.['incoming']?.push(flow);
    }
  }
  pool.children = Object.entries(lanes).map(([name, members]) =>
    add(
      name,
      'bpmn:Lane',
      { parent: pool },
      { name, flowNodeRef: members.map((id) => drawn.get(id)?.['businessObject']) },
    ),
  ) as never;
  const elements = [...drawn.values()] as unknown as Drawn[];
  const registry = {
    get: (id: string) => drawn.get(id),
    getAll: () => elements,
    filter: (condition: (element: Drawn) => boolean) => elements.filter(condition),
  };
  return { get: () => registry } as unknown as Diagram;
}

const ids = (diagram: Diagram) => stepsOf(diagram).map(({ id }) => id);

it('lists steps in the order in which they are gone through, upper branches first', () => {
  const nodes: Node[] = [
    { id: 'end', x: 900, to: [] },
    { id: 'lower', x: 500, y: 200, to: ['end'] },
    { id: 'upper', x: 600, y: 0, to: ['end'] },
    { id: 'split', type: 'bpmn:ExclusiveGateway', x: 300, to: ['lower', 'upper'] },
    { id: 'start', type: 'bpmn:StartEvent', x: 0, to: ['split'] },
  ];
  expect(ids(drawing(nodes))).toEqual(['start', 'split', 'upper', 'end', 'lower']);
});

it('comes to an end where a way leads back, and lists what no start reaches', () => {
  const nodes: Node[] = [
    { id: 'a', x: 0, to: ['b'] },
    { id: 'b', x: 200, to: ['c'] },
    { id: 'c', x: 400, to: ['b'] },
    { id: 'x', x: 100, y: 900, to: ['y'] },
    { id: 'y', x: 50, y: 900, to: ['x'] },
  ];
  expect(ids(drawing(nodes))).toEqual(['a', 'b', 'c', 'y', 'x']);
});

it('takes the lane for the role', () => {
  const diagram = drawing(
    [
      { id: 'a', to: ['b'] },
      { id: 'b', x: 200 },
    ],
    { Leitstelle: ['a'], Büro: ['b'] },
  );
  expect(stepsOf(diagram).map(({ role }) => role)).toEqual(['Leitstelle', 'Büro']);
  expect(rolesOf(diagram)).toEqual(['Büro', 'Leitstelle']);
});

it('inserts behind a step with one follower only, never into a way of a decision', () => {
  const diagram = drawing([
    { id: 'a', to: ['g'] },
    { id: 'g', type: 'bpmn:ExclusiveGateway', x: 200, to: ['b'] },
    { id: 'b', x: 400, to: ['c', 'd'] },
    { id: 'c', x: 600 },
    { id: 'd', x: 600, y: 200 },
  ]);
  expect(followerOf(diagram, 'a')?.id).toBe('g');
  expect(followerOf(diagram, 'g')).toBeUndefined();
  expect(followerOf(diagram, 'b')).toBeUndefined();
  expect(followerOf(diagram, 'c')).toBeUndefined();
});
