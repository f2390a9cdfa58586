import { expect, it } from 'vitest';

import type { Model } from './queries';
import { comparisonAddress, showOf, shownOf } from './shown';

const model = (id: string, authority: string | null, latestVersion = 1): Model => ({
  id,
  process: 'p',
  stage: authority === null ? 'soll' : 'ist',
  authority,
  name: id,
  state: 'draft',
  definitionId: id,
  latestVersion,
  hasDraft: false,
});
const models = [
  model('s', null, 3),
  model('a', 'mitte'),
  model('b', 'pankow', 2),
  model('c', 'spandau'),
  model('d', 'neukoelln'),
];
const ids = (show: string | null, own: string[] = []) =>
  shownOf(show, models, own).map((item) => `${item.model.id}@${item.version.toString()}`);

it('begins with the Soll and the own Ist, else the first', () => {
  expect(ids(null)).toEqual(['s@3', 'a@1']);
  expect(ids(null, ['pankow'])).toEqual(['s@3', 'b@2']);
  expect(shownOf(null, [], [])).toEqual([]);
});

it('shows what the address names, in the newest version unless it says another', () => {
  expect(ids('b@1,s')).toEqual(['b@1', 's@3']);
  expect(ids('')).toEqual([]);
});

it('does not trip over an address that is wrong', () => {
  expect(ids('gone,b@99,s@x,a@0')).toEqual(['b@2', 's@3', 'a@1']);
});

it('shows four at most', () => {
  expect(ids('s,a,b,c,d')).toHaveLength(4);
});

it('writes the address that it reads', () => {
  const shown = shownOf('b@1,s', models, []);
  expect(showOf(shown)).toBe('b@1,s');
  const [left, right] = shown;
  if (left && right) expect(comparisonAddress(left, right)).toBe('/comparisons?left=b@1&right=s@3');
});
