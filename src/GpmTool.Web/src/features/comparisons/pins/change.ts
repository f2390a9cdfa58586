import type { Schema } from '../../../api/client';
import type { Pin } from '../types';

export type PinsContent = Schema['PinsContent'];

interface Pair {
  beforeId: string;
  afterId: string;
}

/**
 * What somebody decides: that two elements are the same or not, that nothing is decided about them any more, or that
 * decisions are forgotten of which an element is gone.
 */
export type PinChange =
  | { kind: 'decide'; isSame: boolean; pairs: readonly Pair[] }
  | { kind: 'undecide'; pairs: readonly Pair[] }
  | { kind: 'forget'; pairs: readonly [] }
  | Undo;

/** Puts back what stood there before. */
interface Undo {
  kind: 'restore';
  /** The pairs it is about, each with what was decided before; null: nothing. */
  pairs: readonly (Pair & { was: boolean | null; note: string | null })[];
}

const samePair = (one: Pair, other: Pair) => one.beforeId === other.beforeId && one.afterId === other.afterId;

/** Decisions that take part; those of which an element is gone are kept by the server until it is told to forget them. */
const living = (pins: readonly Pin[]) => pins.filter((pin) => pin.state !== 'vanished');

/** All decisions after a change, as the server takes them. */
export function applied(pins: readonly Pin[], change: PinChange): PinsContent {
  const kept = living(pins)
    .filter((pin) => !change.pairs.some((pair) => samePair(pair, pin)))
    .map(({ beforeId, afterId, isSame, note }) => ({ beforeId, afterId, isSame, note: note ?? null }));
  const added =
    change.kind === 'decide'
      ? change.pairs.map((pair) => ({ ...pair, isSame: change.isSame, note: null }))
      : change.kind === 'restore'
        ? change.pairs.flatMap(({ was, ...pair }) => (was === null ? [] : { ...pair, isSame: was }))
        : [];
  const of = (isSame: boolean) =>
    [...kept, ...added]
      .filter((pin) => pin.isSame === isSame)
      .map(({ beforeId, afterId, note }) => ({ beforeId, afterId, note }));
  return { same: of(true), different: of(false), dropVanished: change.kind === 'forget' };
}

/** What undoes a change of these decisions. */
export function undoing(pins: readonly Pin[], change: PinChange): PinChange {
  return {
    kind: 'restore',
    pairs: change.pairs.map(({ beforeId, afterId }) => {
      const pin = living(pins).find((one) => samePair(one, { beforeId, afterId }));
      return { beforeId, afterId, was: pin?.isSame ?? null, note: pin?.note ?? null };
    }),
  };
}
