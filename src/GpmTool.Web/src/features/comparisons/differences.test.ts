import { describe, expect, it } from 'vitest';

import type { Filter } from './address';
import {
  differenceAt,
  differencesOf,
  differenceWith,
  groupsOf,
  isFiltered,
  isShown,
  neighbour,
  rolesOf,
} from './differences';
import type { Comparison, DifferenceText, Operation } from './types';

const operation = (key: string): Operation => ({
  key,
  digest: 'd',
  kind: 'renamed',
  beforeIds: [],
  afterIds: [],
  sentence: key,
});

const text = (number: number | null, operations: number[], more: Partial<DifferenceText> = {}): DifferenceText => ({
  number,
  tone: 'changed',
  sign: '~',
  importance: 'main',
  subject: 'step',
  roles: [],
  sentence: `Satz ${String(number)}`,
  isPresumed: false,
  beforeIds: [],
  afterIds: [],
  facts: [],
  operations,
  ...more,
});

const comparison = {
  operations: ['a', 'b', 'c', 'd', 'e'].map(operation),
  report: {
    sections: [
      {
        heading: 'Eingang',
        intro: '',
        differences: [
          text(1, [1, 0], { roles: ['Leitung'], beforeIds: ['n1'], afterIds: ['m1'] }),
          text(2, [2], { tone: 'added', sign: '+', subject: 'gateway', roles: ['Amt', 'Leitung'], afterIds: ['m2'] }),
        ],
      },
      {
        heading: 'Abschluss',
        intro: '',
        differences: [
          text(3, [3], {
            importance: 'minor',
            beforeIds: ['n1', 'n2', 'n3'],
            facts: [{ code: 'cost', label: 'Sachkosten', before: '20,00 EUR', after: '–' }],
          }),
        ],
      },
    ],
    technical: [text(null, [4], { importance: 'technical', beforeIds: ['n9'] })],
  },
} as unknown as Comparison;

const all = differencesOf(comparison);
const everything: Filter = { tones: [], subjects: [], role: '', text: '', mainOnly: false, technical: false };
const shown = (filter: Partial<Filter>) =>
  all.filter((one) => isShown(one, { ...everything, ...filter })).map((one) => one.number ?? null);

describe('differencesOf', () => {
  it('keeps the reading order, technical details last', () => {
    expect(all.map((one) => one.number)).toEqual([1, 2, 3, null]);
    expect(all.map((one) => one.heading)).toEqual(['Eingang', 'Eingang', 'Abschluss', '']);
  });

  it('gives each difference its operations', () => {
    expect(all[0]?.parts.map((part) => part.key)).toEqual(['b', 'a']);
    expect(all[0]?.id).toBe('b');
  });
});

describe('finding a difference', () => {
  it('finds it by any of its operations', () => {
    expect(differenceWith(all, 'a')?.number).toBe(1);
    expect(differenceWith(all, 'nirgends')).toBeUndefined();
    expect(differenceWith(all, null)).toBeUndefined();
  });

  it('prefers the one that is about the element alone', () => {
    expect(differenceAt(all, 'before', 'n1')?.number).toBe(1);
    expect(differenceAt(all, 'before', 'n2')?.number).toBe(3);
    expect(differenceAt(all, 'after', 'n1')).toBeUndefined();
  });
});

describe('isShown', () => {
  it.each<[Partial<Filter>, (number | null)[]]>([
    [{}, [1, 2, 3]],
    [{ technical: true }, [1, 2, 3, null]],
    [{ mainOnly: true }, [1, 2]],
    [{ tones: ['added', 'moved'] }, [2]],
    [{ subjects: ['step'] }, [1, 3]],
    [{ role: 'Leitung' }, [1, 2]],
    [{ role: 'Leitung', tones: ['changed'] }, [1]],
    [{ text: 'satz 2' }, [2]],
    [{ text: 'sachKOSTEN ' }, [3]],
    [{ text: '20,00' }, [3]],
    [{ text: 'nirgends' }, []],
  ])('with %j shows %j', (filter, numbers) => {
    expect(shown(filter)).toEqual(numbers);
  });

  it('tells whether anything is filtered; technical details only add', () => {
    expect(isFiltered(everything)).toBe(false);
    expect(isFiltered({ ...everything, technical: true })).toBe(false);
    expect(isFiltered({ ...everything, role: 'Amt' })).toBe(true);
  });
});

describe('groupsOf', () => {
  const groups = (by: Parameters<typeof groupsOf>[1]) =>
    groupsOf(all, by).map(({ key, differences }) => [key, differences.map((one) => one.number ?? null)]);

  it('follows the process', () => {
    expect(groups('section')).toEqual([
      ['Eingang', [1, 2]],
      ['Abschluss', [3]],
      ['', [null]],
    ]);
  });

  it('puts what is new first, each kind once', () => {
    expect(groups('tone')).toEqual([
      ['added', [2]],
      ['changed', [1, 3, null]],
    ]);
  });

  it('shows a difference about several roles once, and those without a role last', () => {
    expect(groups('role')).toEqual([
      ['Amt · Leitung', [2]],
      ['Leitung', [1]],
      ['', [3, null]],
    ]);
  });
});

it('knows whose work is concerned', () => {
  expect(rolesOf(all)).toEqual(['Amt', 'Leitung']);
});

describe('neighbour', () => {
  const list = ['a', 'b', 'c'];
  it.each<[string | undefined, 1 | -1, string]>([
    [undefined, 1, 'a'],
    [undefined, -1, 'c'],
    ['a', 1, 'b'],
    ['c', 1, 'a'],
    ['a', -1, 'c'],
    ['not there', 1, 'a'],
  ])('of %s by %d is %s', (current, step, expected) => {
    expect(neighbour(list, current, step)).toBe(expected);
  });

  it('of nothing is nothing', () => {
    expect(neighbour<string>([], undefined, 1)).toBeUndefined();
  });
});
