import { useMutation, useQuery } from '@tanstack/react-query';

import { api, ifMatch, tagged } from '../../../api/client';
import { useMe } from '../../../app/me';
import { may } from '../../../app/rights';
import { data } from '../../../api/client';
import { useModels } from '../queries';
import type { Comparison, Operation } from '../types';

/** The models whose draft may take changes: those of the process that one may edit, the first version's first. */
export function useTargets(comparison: Comparison) {
  const me = useMe();
  const key = comparison.before.process ?? null;
  const models = useModels(key);
  const process = useQuery({
    queryKey: ['processes', key],
    enabled: key !== null,
    queryFn: ({ signal }) => data(api.GET('/api/v1/processes/{key}', { params: { path: { key: key ?? '' } }, signal })),
  });
  const policyField = process.data?.policyField;
  const rank = (id: string) => (id === comparison.before.modelId ? 0 : 1);
  const targets =
    policyField === undefined
      ? undefined
      : models.data
          ?.filter((model) => typeof model.archivedAt !== 'string')
          .filter((model) => may(me, 'editModels', { policyField, authority: model.authority ?? null }))
          .sort((one, other) => rank(one.id) - rank(other.id));
  return { targets, error: models.error ?? process.error };
}

const bodyOf = ({ before, after }: Comparison, chosen: readonly Operation[], target: string) => ({
  before: { modelId: before.modelId ?? '', version: before.version ?? 0 },
  after: { modelId: after.modelId ?? '', version: after.version ?? 0 },
  operations: chosen.map(({ key, digest }) => ({ key, digest })),
  target,
});

/** What taking over would do. The tag is that of the draft it was worked out for; empty where there is none. */
export function useTrial(comparison: Comparison, chosen: readonly Operation[], target: string) {
  return useQuery({
    queryKey: ['take-over', target, comparison.before.contentHash, comparison.after.contentHash, chosen],
    enabled: target !== '' && chosen.length > 0,
    staleTime: 0,
    gcTime: 0,
    queryFn: ({ signal }) =>
      tagged(
        api.POST('/api/v1/comparisons/drafts', {
          body: { ...bodyOf(comparison, chosen, target), dryRun: true },
          signal,
        }),
      ),
  });
}

/** Takes over; the tag says which draft it was worked out for, so that nobody's work is lost. */
export function useTakeOver(comparison: Comparison, chosen: readonly Operation[], target: string) {
  return useMutation({
    mutationFn: ({ etag, note }: { etag: string; note: string }) =>
      data(
        api.POST('/api/v1/comparisons/drafts', {
          params: { header: etag === '' ? {} : ifMatch(etag) },
          body: { ...bodyOf(comparison, chosen, target), dryRun: false, ...(note === '' ? {} : { note }) },
        }),
      ),
  });
}
