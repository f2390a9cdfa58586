import { afterEach, describe, expect, it, vi } from 'vitest';

import { getJson, isRecord } from './http';

const read = (signal = new AbortController().signal) => getJson('/x', isRecord, signal);
const answers = (response: Response) => vi.stubGlobal('fetch', () => Promise.resolve(response));

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('getJson', () => {
  it('gives the value of an expected body', async () => {
    answers(Response.json({ a: 1 }));
    expect(await read()).toEqual({ ok: true, value: { a: 1 } });
  });

  it('calls a network failure unreachable', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
    expect(await read()).toEqual({ ok: false, failure: { kind: 'unreachable' } });
  });

  it('keeps detail and code of a problem', async () => {
    answers(Response.json({ title: 'T', detail: 'Schema veraltet.', code: 'schema-behind' }, { status: 503 }));
    expect(await read()).toEqual({
      ok: false,
      failure: { kind: 'refused', status: 503, detail: 'Schema veraltet.', code: 'schema-behind' },
    });
  });

  it('falls back to the status line when an error is no problem document', async () => {
    answers(new Response('<h1>Bad gateway</h1>', { status: 502, statusText: 'Bad Gateway' }));
    expect(await read()).toEqual({
      ok: false,
      failure: { kind: 'refused', status: 502, detail: 'Bad Gateway', code: null },
    });
  });

  it.each([
    ['another shape', '[1]'],
    ['HTML', '<!doctype html>'],
    ['nothing', ''],
  ])('calls a 200 with %s malformed', async (_, body) => {
    answers(new Response(body));
    expect(await read()).toEqual({ ok: false, failure: { kind: 'malformed' } });
  });

  it('throws when the caller has gone', async () => {
    const controller = new AbortController();
    vi.stubGlobal('fetch', () => {
      controller.abort();
      return Promise.reject(new TypeError('aborted'));
    });
    await expect(read(controller.signal)).rejects.toThrow();
  });
});
