import { useCallback, useEffect, useRef, useState } from 'react';
import { useSearchParams } from 'react-router';

import { type PageState, readState, writeState } from './address';

/**
 * The state in the address, and how to change it. Another pair is a page to come back to; all else is not. What is shown changes
 * at once, the address follows: keys that are pressed quickly must not wait for it.
 */
export function usePageState(): [PageState, (change: Partial<PageState>) => void] {
  const [query, setQuery] = useSearchParams();
  const [state, setState] = useState(() => readState(query));
  const latest = useRef(state);
  /** What this page wrote and the router has not told yet; all else comes from a link or the browser's back. */
  const written = useRef(new Set<string>());

  const address = query.toString();
  useEffect(() => {
    const isOwn = written.current.has(address);
    if (address === writeState(latest.current).toString()) written.current.clear();
    if (isOwn) return;
    written.current.clear();
    latest.current = readState(new URLSearchParams(address));
    setState(latest.current);
  }, [address]);

  const change = useCallback(
    (change: Partial<PageState>) => {
      const isOtherPair = change.left !== undefined || change.right !== undefined;
      latest.current = { ...latest.current, ...change };
      const query = writeState(latest.current);
      written.current.add(query.toString());
      setState(latest.current);
      setQuery(query, { replace: !isOtherPair, preventScrollReset: true });
    },
    [setQuery],
  );
  return [state, change];
}
