import type { Filter, Grouping } from './address';
import type { Comparison, DifferenceText, Operation } from './types';

/** A difference as the page shows it: what the report tells of it, with its operations. */
export interface Difference extends DifferenceText {
  /** The key of its first operation that no other difference has: what links name. */
  id: string;
  heading: string;
  isTechnical: boolean;
  parts: readonly Operation[];
}

/** All differences in reading order; technical details last. */
export function differencesOf(comparison: Comparison): Difference[] {
  const { sections, technical } = comparison.report;
  const of = (text: DifferenceText, heading: string, isTechnical: boolean): Difference => {
    const parts = text.operations.flatMap((place) => comparison.operations[place] ?? []);
    return { ...text, id: parts[0]?.key ?? '', heading, isTechnical, parts };
  };
  return [
    ...sections.flatMap((section) => section.differences.map((text) => of(text, section.heading, false))),
    ...technical.map((text) => of(text, '', true)),
  ];
}

/** The difference that an operation belongs to. */
export const differenceWith = (differences: readonly Difference[], key: string | null) =>
  key === null ? undefined : differences.find((difference) => difference.parts.some((part) => part.key === key));

/** The difference that is about an element: rather one that names it alone than one about many. */
export function differenceAt(
  differences: readonly Difference[],
  side: 'before' | 'after',
  id: string,
): Difference | undefined {
  const about = differences.filter((difference) => idsOf(difference, side).includes(id));
  return about.sort((one, other) => size(one) - size(other))[0];
}

export const idsOf = (difference: DifferenceText, side: 'before' | 'after') =>
  side === 'before' ? difference.beforeIds : difference.afterIds;

const size = (difference: Difference) =>
  difference.beforeIds.length + difference.afterIds.length + (difference.isTechnical ? 0.5 : 0);

export function isShown(difference: Difference, filter: Filter): boolean {
  if (difference.isTechnical && !filter.technical) return false;
  if (filter.mainOnly && difference.importance !== 'main') return false;
  if (filter.tones.length > 0 && !filter.tones.includes(difference.tone)) return false;
  if (filter.subjects.length > 0 && !filter.subjects.includes(difference.subject)) return false;
  if (filter.role !== '' && !difference.roles.includes(filter.role)) return false;
  return filter.text === '' || textOf(difference).includes(fold(filter.text));
}

export const isFiltered = (filter: Filter) =>
  filter.tones.length > 0 || filter.subjects.length > 0 || filter.role !== '' || filter.text !== '' || filter.mainOnly;

const fold = (text: string) => text.toLocaleLowerCase('de').trim();

const textOf = (difference: Difference) =>
  fold(
    [
      difference.sentence,
      ...difference.facts.flatMap((fact) => [fact.label, fact.before ?? '', fact.after ?? '']),
    ].join('\n'),
  );

export interface Group {
  /** What tells it from the others. */
  key: string;
  differences: Difference[];
}

/** Differences in groups; within each, and among the groups by stretch, the reading order stays. */
export function groupsOf(differences: readonly Difference[], by: Grouping): Group[] {
  const groups = new Map<string, Difference[]>();
  for (const difference of differences) {
    const key = keyOf(difference, by);
    const own = groups.get(key);
    if (own === undefined) groups.set(key, [difference]);
    else own.push(difference);
  }

  const list = [...groups].map(([key, own]) => ({ key, differences: own }));
  if (by === 'section') return list;
  const rank = (key: string) => (by === 'tone' ? tones.findIndex((tone) => tone === key) : key === '' ? 1 : 0);
  return list.sort((one, other) => rank(one.key) - rank(other.key) || one.key.localeCompare(other.key, 'de'));
}

/** A difference about several roles has a group of its own with others about the same: each stands once. */
function keyOf(difference: Difference, by: Grouping): string {
  if (by === 'tone') return difference.tone;
  return by === 'section' ? difference.heading : difference.roles.join(' · ');
}

export const tones = ['added', 'removed', 'changed', 'moved'] as const;
export const subjects = ['step', 'event', 'gateway', 'way', 'message', 'participant', 'other'] as const;

/** Whose work any difference concerns. */
export const rolesOf = (differences: readonly Difference[]) =>
  [...new Set(differences.flatMap((difference) => difference.roles))].sort((one, other) =>
    one.localeCompare(other, 'de'),
  );

/** The next or previous of a list, around its ends; from nothing the first or the last. */
export function neighbour<T>(list: readonly T[], current: T | undefined, step: 1 | -1): T | undefined {
  const place = current === undefined ? -1 : list.indexOf(current);
  if (place < 0) return step === 1 ? list[0] : list.at(-1);
  return list[(place + step + list.length) % list.length];
}
