import { useLocation, useNavigate, useSearchParams } from 'react-router';

interface Way {
  /** The cursors of the pages before, the nearest last; the first page has an empty one. */
  before?: string[];
}

/**
 * The pages of a list that the server hands out by cursors. The cursor stands in the address, so that a page can be
 * shared; the way back to the pages before is remembered by the history entry.
 */
export function usePages() {
  const [search, setSearch] = useSearchParams();
  const navigate = useNavigate();
  const way = useLocation().state as Way | null;
  const cursor = search.get('cursor') ?? '';
  const before = way?.before ?? [];

  const go = (to: string, rest: string[]) => {
    const next = new URLSearchParams(search);
    if (to === '') next.delete('cursor');
    else next.set('cursor', to);
    void navigate({ search: next.toString() }, { state: { before: rest } });
  };
  return {
    cursor,
    search,
    /** Changes filters: the list begins anew. */
    filter: (changes: Record<string, string>, replace = false) => {
      setSearch(
        (old) => {
          for (const [name, value] of Object.entries(changes)) {
            if (value === '') old.delete(name);
            else old.set(name, value);
          }
          old.delete('cursor');
          return old;
        },
        { replace, preventScrollReset: true },
      );
    },
    isFirst: cursor === '',
    toNext: (next: string) => {
      go(next, [...before, cursor]);
    },
    /** One page back; from a shared address only the first page is known. */
    toPrevious: () => {
      go(before.at(-1) ?? '', before.slice(0, -1));
    },
    toFirst: () => {
      go('', []);
    },
    knowsPrevious: before.length > 0,
  };
}

export type Pages = ReturnType<typeof usePages>;
