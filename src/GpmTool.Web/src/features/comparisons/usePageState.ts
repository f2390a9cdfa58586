import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';

import { type PageState, readState, writeState } from './address';

/** The state in the address, and how to change it. Another pair is a page to come back to; all else is not. */
export function usePageState(): [PageState, (change: Partial<PageState>) => void] {
  const [query, setQuery] = useSearchParams();
  const state = useMemo(() => readState(query), [query]);
  const change = useCallback(
    (change: Partial<PageState>) => {
      const isOtherPair = change.left !== undefined || change.right !== undefined;
      setQuery((present) => writeState({ ...readState(present), ...change }), {
        replace: !isOtherPair,
        preventScrollReset: true,
      });
    },
    [setQuery],
  );
  return [state, change];
}
