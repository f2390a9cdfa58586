import { useQuery } from '@tanstack/react-query';

import { api, data } from '../../api/client';
import { useMe } from '../../app/me';
import { may } from '../../app/rights';

/** A model with its process and whether the reader may change it. */
export function useModel(id: string) {
  const me = useMe();
  // Its tag stays the same when the draft is frozen: a browser that asks with it would be told that nothing changed.
  const model = useQuery({
    queryKey: ['modelling', id],
    staleTime: 0,
    queryFn: () => data(api.GET('/api/v1/models/{id}', { params: { path: { id } }, cache: 'no-store' })),
  });
  const key = model.data?.process;
  const process = useQuery({
    queryKey: ['modelling', 'process', key],
    enabled: key !== undefined,
    queryFn: () => data(api.GET('/api/v1/processes/{key}', { params: { path: { key: key ?? '' } } })),
  });
  const subject =
    model.data === undefined || process.data === undefined
      ? undefined
      : { policyField: process.data.policyField, authority: model.data.authority ?? null };
  return {
    model: model.data,
    process: process.data,
    error: model.error ?? process.error,
    mayEdit: subject !== undefined && may(me, 'editModels', subject),
    refetch: async () => {
      await model.refetch();
      await process.refetch();
    },
  };
}
