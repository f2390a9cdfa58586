import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

import { api, data, send, tagged } from '../../api/client';
import type { Side } from './address';
import type { ComparedVersion, Comparison } from './types';

/** A pair as the API asks for it; a version that is not named is the newest. */
export const pairOf = (left: Side, right: Side) => ({
  beforeModel: left.modelId,
  afterModel: right.modelId,
  ...(left.version === null ? {} : { beforeVersion: left.version }),
  ...(right.version === null ? {} : { afterVersion: right.version }),
});

const comparisons = ['comparisons'];

/** What differs between two versions, told in the language of the page. */
export function useComparison(left: Side, right: Side) {
  const language = useTranslation().i18n.language === 'en' ? 'en' : 'de';
  return useQuery({
    queryKey: [...comparisons, pairOf(left, right), language],
    queryFn: async ({ signal }) => {
      const params = { query: { ...pairOf(left, right), lang: language } };
      const headers = { Accept: 'application/json' }; // the report has other forms, which are texts
      return (await data(api.GET('/api/v1/comparisons', { params, headers, signal }))) as Comparison;
    },
  });
}

/** What persons decided about the pair, with the tag that a change has to send. */
export function usePins(left: Side, right: Side) {
  return useQuery({
    queryKey: pinsKey(left, right),
    queryFn: ({ signal }) =>
      tagged(api.GET('/api/v1/comparisons/pins', { params: { query: pairOf(left, right) }, signal })),
  });
}

export const pinsKey = (left: Side, right: Side) => ['pins', pairOf(left, right)];

/** Asks anew for whatever decisions, drafts or words have changed. */
export function useRecompare() {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: comparisons });
}

/** The drawing of a version; the same content is never fetched twice. */
export function useXml({ modelId, version, contentHash, isFrozen }: ComparedVersion) {
  const path = pathOf(modelId ?? '', version ?? 0);
  return useQuery({
    queryKey: ['bpmn', path, contentHash],
    staleTime: Infinity,
    queryFn: async ({ signal }) => {
      const fetched = ahead.get(path);
      ahead.delete(path);
      // A draft may have changed since.
      return (isFrozen ? await fetched : undefined) ?? (await fetchXml(path, signal));
    },
  });
}

/** Drawings that are fetched while the server compares; null where that failed. */
const ahead = new Map<string, Promise<string | null>>();

/** Fetches and draws the named versions before it is known how they differ. */
export function fetchAhead(...sides: readonly Side[]): void {
  for (const { modelId, version } of sides) {
    if (version === null) continue;
    const path = pathOf(modelId, version);
    const xml = fetchXml(path).catch(() => null);
    ahead.set(path, xml);
    void Promise.all([xml, import('./drawings/viewers')]).then(([text, { prepare }]) => {
      if (text !== null) prepare(text);
    });
  }
}

const pathOf = (modelId: string, version: number) => `api/v1/models/${modelId}/versions/${String(version)}`;

const fetchXml = async (path: string, signal?: AbortSignal) =>
  (
    await send(path, { headers: { Accept: 'application/bpmn+xml' }, ...(signal === undefined ? {} : { signal }) })
  ).text();

/** All processes, by name. */
export function useProcesses() {
  return useQuery({
    queryKey: ['processes', 'all'],
    queryFn: async ({ signal }) => {
      const all = [];
      let cursor: string | undefined;
      do {
        const query = { limit: 200, ...(cursor === undefined ? {} : { cursor }) };
        const page = await data(api.GET('/api/v1/processes', { params: { query }, signal }));
        all.push(...page.items);
        cursor = page.nextCursor ?? undefined;
      } while (cursor !== undefined);
      return all;
    },
  });
}

export function useModels(process: string | null) {
  return useQuery({
    queryKey: ['models', 'of', process],
    enabled: process !== null,
    queryFn: ({ signal }) =>
      data(api.GET('/api/v1/processes/{key}/models', { params: { path: { key: process ?? '' } }, signal })),
  });
}

export function useModel(id: string | null) {
  return useQuery({
    queryKey: ['models', id],
    enabled: id !== null,
    queryFn: ({ signal }) => data(api.GET('/api/v1/models/{id}', { params: { path: { id: id ?? '' } }, signal })),
  });
}

/** The versions of a model, the newest first. */
export function useVersions(id: string | null) {
  return useQuery({
    queryKey: ['models', id, 'versions'],
    enabled: id !== null,
    queryFn: async ({ signal }) => {
      const path = { id: id ?? '' };
      const page = await data(
        api.GET('/api/v1/models/{id}/versions', { params: { path, query: { limit: 200 } }, signal }),
      );
      return [...page.items].sort((one, other) => other.number - one.number);
    },
  });
}
