import { describe, expect, it } from 'vitest';

import type { Difference } from '../differences';
import { chosenOf, referenceOf, surviving, toggled } from './chosen';

const operation = (key: string, digest = 'd') => ({
  key,
  digest,
  kind: 'renamed' as const,
  beforeIds: [],
  afterIds: [],
  sentence: '',
});
const [a, b, c] = [operation('a'), operation('b'), operation('c')];
const difference = { parts: [a, b] } as unknown as Difference;
const all = new Set([a, b].map(referenceOf));

describe('toggled', () => {
  it('chooses all of a difference', () => {
    expect(toggled(new Set(), difference)).toEqual(all);
  });

  it('completes a part and leaves others alone', () => {
    expect(toggled(new Set([referenceOf(a), referenceOf(c)]), difference)).toEqual(new Set([...all, referenceOf(c)]));
  });

  it('chooses none when all were chosen', () => {
    expect(toggled(new Set([...all, referenceOf(c)]), difference)).toEqual(new Set([referenceOf(c)]));
  });
});

describe('surviving', () => {
  it('is the same choice when everything is still there', () => {
    expect(surviving(all, [a, b, c])).toBe(all);
  });

  it('forgets what says something else now', () => {
    expect(surviving(all, [a, operation('b', 'other')])).toEqual(new Set([referenceOf(a)]));
  });
});

it('chosenOf gives the operations in the order of the comparison', () => {
  expect(chosenOf(new Set([referenceOf(c), referenceOf(a)]), [a, b, c])).toEqual([a, c]);
});
