import { describe, expect, it, vi } from 'vitest';

import { startI18n } from '../i18n';
import { problem, serve } from '../test/page';
import { api, data, done, ifMatch, send, tagged } from './client';
import { Failure } from './failure';

const failure = async (promise: Promise<unknown>) => {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof Failure)) throw new Error(`no Failure: ${String(error)}`);
  return error;
};
const readMe = () => data(api.GET('/api/v1/me'));

describe('data', () => {
  it('gives the body of a success', async () => {
    serve({ 'GET /api/v1/me': { id: '1', isProgram: false, roles: [], scopes: [] } });
    expect((await readMe()).id).toBe('1');
  });

  it('asks in the language of the page', async () => {
    const sent = serve({ 'GET /api/v1/me': { id: '1' } });
    await readMe();
    await startI18n('en');
    await readMe();
    expect(sent.map((request) => request.headers.get('Accept-Language'))).toEqual(['de', 'en']);
  });

  it('throws what the server says went wrong', async () => {
    const finding = { severity: 'error', code: 'soundness.deadlock', message: 'Bleibt stehen.', remedy: 'Ändern.' };
    const body = { title: 'T', detail: 'Blockiert.', remedy: 'Beheben.', code: 'blocked', findings: [finding] };
    serve({ 'GET /api/v1/me': Response.json(body, { status: 409 }) });
    expect(await failure(readMe())).toMatchObject({
      status: 409,
      code: 'blocked',
      detail: 'Blockiert.',
      remedy: 'Beheben.',
      findings: [finding],
    });
  });

  it('calls a network failure unreachable', async () => {
    serve({});
    expect(await failure(readMe())).toMatchObject({ status: 0, code: 'unreachable' });
  });

  it('keeps the status line of an error that is no problem document', async () => {
    serve({ 'GET /api/v1/me': new Response('<h1>Bad gateway</h1>', { status: 502, statusText: 'Bad Gateway' }) });
    expect(await failure(readMe())).toMatchObject({ status: 502, code: 'not-a-problem', detail: 'Bad Gateway' });
  });

  it.each(['<!doctype html>', ''])('calls a success with the body "%s" malformed', async (body) => {
    serve({ 'GET /api/v1/me': new Response(body, { headers: { 'Content-Type': 'text/html' } }) });
    expect(await failure(readMe())).toMatchObject({ code: 'malformed' });
  });
});

it('does not call it a failure that nobody waits any more', async () => {
  const controller = new AbortController();
  vi.stubGlobal('fetch', () => {
    controller.abort();
    return Promise.reject(new TypeError('aborted'));
  });
  const error = await send('x', { signal: controller.signal }).catch((reason: unknown) => reason);
  expect(error).not.toBeInstanceOf(Failure);
  expect(controller.signal.aborted).toBe(true);
});

it('gives the tag of an answer, and sends it with a change', async () => {
  const process = { key: 'a', policyField: 'f', group: 'g', content: { name: 'A', illustrative: false } };
  const sent = serve({
    'GET /api/v1/processes/a': Response.json(process, { headers: { ETag: '"7"' } }),
    'POST /api/v1/processes/a/archive': process,
  });
  const path = { key: 'a' };
  const { etag, value } = await tagged(api.GET('/api/v1/processes/{key}', { params: { path } }));
  expect(value.key).toBe('a');
  await data(api.POST('/api/v1/processes/{key}/archive', { params: { path, header: ifMatch(etag) } }));
  expect(sent[1]?.headers.get('If-Match')).toBe('"7"');
});

it('takes an answer without a body for a success', async () => {
  serve({ 'POST /api/v1/me/notifications/read': new Response(null, { status: 204 }) });
  await expect(done(api.POST('/api/v1/me/notifications/read'))).resolves.toBeUndefined();
  serve({ 'POST /api/v1/me/notifications/read': problem(403, 'not-allowed') });
  expect(await failure(done(api.POST('/api/v1/me/notifications/read')))).toMatchObject({ status: 403 });
});
