import { describe, expect, it } from 'vitest';

import type { Pin } from '../types';
import { applied, type PinChange, undoing } from './change';

const pin = (beforeId: string, afterId: string, isSame = true, more: Partial<Pin> = {}): Pin => ({
  beforeId,
  beforeName: null,
  afterId,
  afterName: null,
  isSame,
  state: 'present',
  isBeforeGone: false,
  isAfterGone: false,
  note: null,
  decidedAt: '2026-01-01T00:00:00Z',
  decidedBy: 'x',
  ...more,
});
const pair = (beforeId: string, afterId: string, note: string | null = null) => ({ beforeId, afterId, note });
const decide = (isSame: boolean, ...pairs: [string, string][]): PinChange => ({
  kind: 'decide',
  isSame,
  pairs: pairs.map(([beforeId, afterId]) => ({ beforeId, afterId })),
});

describe('applied', () => {
  it('adds to what was decided before and keeps its notes', () => {
    expect(applied([pin('a', 'x', true, { note: 'gleich' }), pin('b', 'y', false)], decide(true, ['c', 'z']))).toEqual({
      same: [pair('a', 'x', 'gleich'), pair('c', 'z')],
      different: [pair('b', 'y')],
      dropVanished: false,
    });
  });

  it('takes the new decision about the same pair for the old one', () => {
    expect(applied([pin('a', 'x')], decide(false, ['a', 'x']))).toMatchObject({
      same: [],
      different: [pair('a', 'x')],
    });
  });

  it('undecides', () => {
    const change: PinChange = { kind: 'undecide', pairs: [{ beforeId: 'a', afterId: 'x' }] };
    expect(applied([pin('a', 'x'), pin('b', 'y')], change)).toMatchObject({ same: [pair('b', 'y')] });
  });

  it('forgets what is gone only when told to, and keeps the rest', () => {
    const pins = [pin('a', 'x'), pin('b', 'y', true, { state: 'vanished' })];
    expect(applied(pins, { kind: 'forget', pairs: [] })).toEqual({
      same: [pair('a', 'x')],
      different: [],
      dropVanished: true,
    });
  });

  it('sends nothing about elements that are gone: the server keeps those', () => {
    expect(applied([pin('a', 'x', true, { state: 'vanished' })], decide(true, ['b', 'y'])).same).toEqual([
      pair('b', 'y'),
    ]);
  });
});

describe('undoing', () => {
  const before = [pin('a', 'x', true, { note: 'gleich' }), pin('b', 'y', false)];
  const asPins = ({ same, different }: ReturnType<typeof applied>) => [
    ...(same ?? []).map((one) => pin(one.beforeId, one.afterId, true, { note: one.note ?? null })),
    ...(different ?? []).map((one) => pin(one.beforeId, one.afterId, false, { note: one.note ?? null })),
  ];

  it.each<PinChange>([
    decide(true, ['c', 'z']),
    decide(false, ['a', 'x']),
    decide(true, ['b', 'y'], ['d', 'w']),
    { kind: 'undecide', pairs: [{ beforeId: 'a', afterId: 'x' }] },
  ])('gives back what stood there before: %j', (change) => {
    const after = asPins(applied(before, change));
    const back = applied(after, undoing(before, change));
    const sorted = (content: ReturnType<typeof applied>) => ({
      same: [...(content.same ?? [])].sort((one, other) => one.beforeId.localeCompare(other.beforeId)),
      different: content.different,
    });
    expect(sorted(back)).toEqual({ same: [pair('a', 'x', 'gleich')], different: [pair('b', 'y')] });
  });
});
