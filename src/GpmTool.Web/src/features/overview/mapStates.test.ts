import { expect, it } from 'vitest';

import { istState, signs, type Soll, sollState } from './mapStates';

const ist = { authority: 'mitte', modelId: '1', version: 1, hasDraft: false };
const soll = (state: Soll['state'], publication: number | null = null): Soll => ({
  modelId: '2',
  version: 1,
  state,
  hasDraft: false,
  publication,
});

it('tells recorded, in work and missing apart', () => {
  expect(istState(ist)).toBe('recorded');
  expect(istState({ ...ist, hasDraft: true })).toBe('inWork');
  expect(istState(undefined)).toBe('missing');
});

it.each([
  [null, 'missing'],
  [soll('draft'), 'inWork'],
  [soll('methodReview'), 'inWork'],
  [soll('coSignature'), 'inWork'],
  [soll('draft', 2), 'published'],
  [soll('approved'), 'approved'],
  [soll('published', 1), 'published'],
  [soll('rollingOut', 1), 'published'],
  [soll('inForce', 1), 'inForce'],
  [soll('withdrawn', 1), 'withdrawn'],
] as const)('shows how far a Soll is: %o', (given, expected) => {
  expect(sollState(given)).toBe(expected);
});

it('has a sign of its own for each state', () => {
  expect(new Set(Object.values(signs)).size).toBe(Object.keys(signs).length);
});
