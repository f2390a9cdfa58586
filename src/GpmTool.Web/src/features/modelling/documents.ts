import { api, data, done, ifMatch, type Schema, send, tagged } from '../../api/client';
import type { Saved } from './saving/autosave';

const bpmn = 'application/bpmn+xml';

/** A version as BPMN, with the tag of its row. */
export async function readVersion(model: string, number: number): Promise<Saved> {
  const response = await send(`api/v1/models/${model}/versions/${String(number)}?form=bpmn`, {
    headers: { Accept: bpmn },
  });
  return { xml: await response.text(), etag: response.headers.get('ETag') ?? '' };
}

/** A version as the API understands it: with what other tools recorded, in our words. */
export async function readView(model: string, number: number): Promise<unknown> {
  const response = await send(`api/v1/models/${model}/versions/${String(number)}?form=view`);
  return response.json();
}

/** Stores the draft; gives its new tag. */
export async function saveDraft(model: string, xml: string, etag: string): Promise<string> {
  const response = await send(`api/v1/models/${model}/draft`, {
    method: 'PUT',
    body: xml,
    headers: { ...ifMatch(etag), 'Content-Type': bpmn },
  });
  return response.headers.get('ETag') ?? '';
}

export const beginDraft = (id: string) =>
  done(api.POST('/api/v1/models/{id}/draft', { params: { path: { id } }, body: {} }));

export const freezeDraft = (id: string, etag: string, note: string) =>
  data(
    api.POST('/api/v1/models/{id}/freeze', {
      params: { path: { id }, header: ifMatch(etag) },
      body: { note: note === '' ? null : note },
    }),
  );

/** What is wrong with a document; throws a `Failure` that names the place when it is none. */
export async function checkDocument(xml: string, signal?: AbortSignal): Promise<Schema['CheckResponse']> {
  const response = await send('api/v1/checks', {
    method: 'POST',
    body: xml,
    headers: { 'Content-Type': bpmn },
    ...(signal === undefined ? {} : { signal }),
  });
  return (await response.json()) as Schema['CheckResponse'];
}

type Side = { modelId: string } | { document: string };

/** What changes from one document or stored draft to another, in words. */
export async function compare(before: Side, after: Side): Promise<Schema['OperationResponse'][]> {
  const comparison = await data(
    api.POST('/api/v1/comparisons', {
      headers: { Accept: 'application/json' },
      // bpmn-js declares namespaces in another order: nobody's change.
      body: { before, after, ignore: ['layout', 'extension'] },
    }),
  );
  return (comparison as Schema['ComparisonResponse']).operations;
}

/** The same document with a drawing made anew: one that comes without any is laid out, and merging it with itself changes nothing. */
export async function layOut(withoutDrawing: string): Promise<string> {
  const same = { document: withoutDrawing };
  const merged = await data(
    api.POST('/api/v1/comparisons/merges', {
      params: { query: { form: 'bpmn' } },
      body: { base: same, ours: same, theirs: same, acceptConflicts: false, dryRun: false },
    }),
  );
  return String(merged.document);
}

/**
 * Makes the changes of both on what they began with, and stores that as the draft unless they disagree.
 * @param base what this editor began with; the server keeps only some of a draft's earlier contents
 * @param etag the tag of the draft as it is now
 */
export const mergeIntoDraft = (model: string, base: string, mine: string, etag: string, acceptConflicts: boolean) =>
  tagged(
    api.POST('/api/v1/comparisons/merges', {
      params: { query: { form: 'bpmn' }, header: ifMatch(etag) },
      body: {
        base: { document: base },
        ours: { document: mine },
        theirs: { modelId: model },
        into: model,
        acceptConflicts,
        dryRun: false,
      },
    }),
  );

/** The newest version of a model. */
export async function readModelVersion(id: string): Promise<Saved> {
  const model = await data(api.GET('/api/v1/models/{id}', { params: { path: { id } }, cache: 'no-store' }));
  return readVersion(id, model.latestVersion);
}
