import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';

import { api, ifMatch, type Tagged, tagged } from '../../../api/client';
import { Failure } from '../../../api/failure';
import type { Schema } from '../../../api/client';
import type { Side } from '../address';
import { pairOf, pinsKey, usePins, useRecompare } from '../queries';
import { applied, type PinChange, undoing } from './change';

type Stored = Tagged<Schema['PinsResponse']>;

/** Decisions about correspondences: read, changed, and the last change undone. */
export function usePinning(left: Side, right: Side) {
  const pins = usePins(left, right);
  const client = useQueryClient();
  const recompare = useRecompare();
  const [undo, setUndo] = useState<PinChange | null>(null);
  /** What was not stored because somebody else was quicker. */
  const [late, setLate] = useState<PinChange | null>(null);

  const key = pinsKey(left, right);
  const change = useMutation({
    mutationFn: async (change: PinChange) => {
      const known = client.getQueryData<Stored>(key);
      if (known === undefined) throw new Failure(0, 'unreachable');
      const stored = await tagged(
        api.PUT('/api/v1/comparisons/pins', {
          params: { query: pairOf(left, right), header: ifMatch(known.etag) },
          body: applied(known.value.pins, change),
        }),
      );
      return { stored, undo: undoing(known.value.pins, change) };
    },
    onSuccess: async ({ stored, undo }, made) => {
      client.setQueryData(key, stored);
      setUndo(made.kind === 'restore' || made.kind === 'forget' ? null : undo);
      setLate(null);
      await recompare();
    },
    onError: async (error, made) => {
      if (!(error instanceof Failure) || error.status !== 412) return;
      setLate(made);
      setUndo(null);
      await Promise.all([client.invalidateQueries({ queryKey: key }), recompare()]);
    },
  });

  return {
    pins: pins.data?.value.pins ?? [],
    loading: pins.error,
    isKnown: pins.data !== undefined,
    isBusy: change.isPending,
    /** A failure other than being late. */
    failure: late === null ? change.error : null,
    make: change.mutate,
    undo,
    late,
    forget: () => {
      setUndo(null);
      setLate(null);
      change.reset();
    },
  };
}

export type Pinning = ReturnType<typeof usePinning>;
