import { describe, expect, it } from 'vitest';

import { isOverview } from './overview';
import { emptyOverview, fullOverview } from './overview.fixture';

describe('isOverview', () => {
  it('accepts full and empty overviews, and fields it does not know', () => {
    expect(isOverview(fullOverview)).toBe(true);
    expect(isOverview(emptyOverview)).toBe(true);
    expect(isOverview({ ...fullOverview, reviews: 3 })).toBe(true);
  });

  const [item] = fullOverview.items;
  it.each([
    ['a missing count', { ...fullOverview, processes: undefined }],
    ['a count as text', { ...fullOverview, processes: '2' }],
    ['missing items', { ...fullOverview, items: undefined }],
    ['an item without a name', { ...fullOverview, items: [{ ...item, name: undefined }] }],
    ['authorities that are no names', { ...fullOverview, items: [{ ...item, istAuthorities: [1] }] }],
    ['a Soll without a state', { ...fullOverview, items: [{ ...item, soll: { version: 1, published: true } }] }],
    ['a problem document', { title: 'Fehler', status: 500 }],
    ['null', null],
  ])('refuses %s', (_, value) => {
    expect(isOverview(value)).toBe(false);
  });
});
