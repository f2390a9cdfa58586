import { expect, it } from 'vitest';

import { drawing, type Node } from '../../test/drawing';
import { listOf } from './lists';

const nodes: Node[] = [
  { id: 's', type: 'bpmn:StartEvent', name: 'gemeldet', to: ['g'] },
  { id: 'g', type: 'bpmn:ExclusiveGateway', name: 'eilig?', x: 200, to: ['b', 'a'] },
  { id: 'b', x: 400, y: 200, name: 'warten' },
  { id: 'a', x: 400, name: 'sofort kommen' },
  { id: 'note', type: 'bpmn:TextAnnotation', name: 'gilt ab Mai' },
];

it('says of a step where it goes on to', () => {
  expect(listOf(drawing(nodes), 'steps').map(({ name, next }) => [name, next])).toEqual([
    ['gemeldet', ['eilig?']],
    ['eilig?', ['warten', 'sofort kommen']],
    ['sofort kommen', []],
    ['warten', []],
  ]);
});

it('lists connections by their ends, in the order of the steps they leave', () => {
  expect(listOf(drawing(nodes), 'connections').map(({ name }) => name)).toEqual([
    'gemeldet → eilig?',
    'eilig? → sofort kommen',
    'eilig? → warten',
  ]);
});

it('lists lanes below their pool', () => {
  const pools = listOf(drawing(nodes, { Leitstelle: ['s', 'g'], Büro: ['a', 'b'] }), 'pools');
  expect(pools.map(({ name, depth }) => [name, depth])).toEqual([
    [undefined, 0],
    ['Leitstelle', 1],
    ['Büro', 1],
  ]);
});

it('lists whatever else is drawn once', () => {
  expect(listOf(drawing(nodes), 'others').map(({ id }) => id)).toEqual(['note']);
});
