import type { Schema } from '../../../api/client';
import type { Difference } from '../differences';
import type { Operation } from '../types';

/** What names an operation among those chosen for taking over: what it is about, and what it says. */
export const referenceOf = ({ key, digest }: Schema['OperationReference']) => `${key}\n${digest}`;

/** Chooses all operations of a difference, or none if all were chosen. */
export function toggled(taken: ReadonlySet<string>, difference: Difference): ReadonlySet<string> {
  const own = difference.parts.map(referenceOf);
  const next = new Set(taken);
  if (own.every((one) => taken.has(one))) for (const one of own) next.delete(one);
  else for (const one of own) next.add(one);
  return next;
}

/** What of a choice still exists in a new comparison; the same set when nothing went. */
export function surviving(taken: ReadonlySet<string>, operations: readonly Operation[]): ReadonlySet<string> {
  const there = new Set(operations.map(referenceOf));
  const kept = [...taken].filter((one) => there.has(one));
  return kept.length === taken.size ? taken : new Set(kept);
}

export const chosenOf = (taken: ReadonlySet<string>, operations: readonly Operation[]) =>
  operations.filter((operation) => taken.has(referenceOf(operation)));
