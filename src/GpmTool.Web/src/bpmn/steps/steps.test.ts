import { expect, it } from 'vitest';

import { drawing, type Node } from '../../test/drawing';
import type { Diagram } from '../services';
import { followerOf, rolesOf, stepsOf } from './steps';

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
