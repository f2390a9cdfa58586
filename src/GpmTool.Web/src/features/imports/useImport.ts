import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';

import { api, data } from '../../api/client';
import type { Import } from './upload';

export const isOver = (job: Import | undefined) => job?.state === 'completed' || job?.state === 'failed';

/** Starts an import and watches it until it is over. */
export function useImport(start: () => Promise<Import>) {
  const queries = useQueryClient();
  const starting = useMutation({ mutationFn: start });
  const id = starting.data?.id;
  const watching = useQuery({
    queryKey: ['imports', id],
    queryFn: () => data(api.GET('/api/v1/imports/{id}', { params: { path: { id: id ?? '' } } })),
    enabled: id !== undefined,
    refetchInterval: ({ state }) => (isOver(state.data) ? false : 700),
  });
  const job = watching.data ?? starting.data;
  const hasChanged = job?.state === 'completed' && !job.dryRun;

  useEffect(() => {
    if (hasChanged) void queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'imports' });
  }, [hasChanged, queries]);

  return {
    start: () => {
      starting.mutate();
    },
    reset: starting.reset,
    job: starting.isIdle ? undefined : job,
    isUploading: starting.isPending,
    error: starting.error ?? watching.error,
  };
}
