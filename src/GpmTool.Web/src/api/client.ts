import createClient from 'openapi-fetch';

import { basePath } from './address';
import { Failure, failureOf } from './failure';
import type { components, paths } from './schema';

export type Schema = components['schemas'];

/** `fetch` that speaks the language of the page and throws a `Failure` for everything but a success. */
export async function send(input: Request | string, init?: RequestInit): Promise<Response> {
  const request = new Request(typeof input === 'string' ? new URL(input, document.baseURI) : input, init);
  request.headers.set('Accept-Language', document.documentElement.lang);
  let response: Response;
  try {
    response = await fetch(request);
  } catch (error) {
    request.signal.throwIfAborted(); // nobody waits for the answer any more
    if (error instanceof TypeError) throw new Failure(0, 'unreachable');
    throw error;
  }
  if (!response.ok) throw await failureOf(response);
  return response;
}

/** The API, typed by its description: `data(api.GET('/api/v1/me'))`. */
export const api = createClient<paths>({ baseUrl: window.location.origin + basePath(), fetch: send });

interface Answer<T> {
  data?: T;
  response: Response;
}

/** The body of an answer; throws a `Failure`, as TanStack Query wants it. */
export async function data<T>(answer: Promise<Answer<T>>): Promise<NonNullable<T>> {
  return (await tagged(answer)).value;
}

/** A body with the tag that a change of it has to send: `headers: ifMatch(etag)`. */
export interface Tagged<T> {
  value: T;
  etag: string;
}

/** The body and the ETag of an answer. */
export async function tagged<T>(answer: Promise<Answer<T>>): Promise<Tagged<NonNullable<T>>> {
  const { data: value, response } = await understood(answer);
  if (value === undefined || value === null) throw new Failure(response.status, 'malformed');
  return { value, etag: response.headers.get('ETag') ?? '' };
}

/** For answers without a body. */
export async function done(answer: Promise<Answer<unknown>>): Promise<void> {
  await understood(answer);
}

/** The header that lets a change pass only if nobody was quicker; else the server answers 412. */
export const ifMatch = (etag: string) => ({ 'If-Match': etag });

async function understood<T>(answer: Promise<Answer<T>>): Promise<Answer<T>> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof SyntaxError) throw new Failure(200, 'malformed');
    throw error;
  }
}
