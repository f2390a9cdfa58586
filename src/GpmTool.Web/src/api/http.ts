/** Why a request brought no usable answer. */
export type Failure =
  | { kind: 'unreachable' }
  | { kind: 'refused'; status: number; detail: string; code: string | null }
  | { kind: 'malformed' };

export type Answer<T> = { ok: true; value: T } | { ok: false; failure: Failure };

/** Reads a JSON resource. Never throws, except when `signal` aborts: then nobody waits for the answer. */
export async function getJson<T>(
  url: string,
  isExpected: (value: unknown) => value is T,
  signal: AbortSignal,
): Promise<Answer<T>> {
  let response: Response;
  try {
    response = await fetch(url, { headers: { Accept: 'application/json' }, signal });
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof TypeError) return { ok: false, failure: { kind: 'unreachable' } };
    throw error;
  }

  const body = await readJson(response);
  signal.throwIfAborted();
  if (!response.ok) return { ok: false, failure: refused(response, body) };
  return isExpected(body) ? { ok: true, value: body } : { ok: false, failure: { kind: 'malformed' } };
}

/** Sends JSON. An answer without a body is a success without a value. */
export async function sendJson(method: 'POST' | 'DELETE', url: string, body?: unknown): Promise<Answer<unknown>> {
  let response: Response;
  try {
    response = await fetch(url, {
      method,
      headers: { Accept: 'application/json', 'Content-Type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  } catch (error) {
    if (error instanceof TypeError) return { ok: false, failure: { kind: 'unreachable' } };
    throw error;
  }

  const answer = await readJson(response);
  return response.ok ? { ok: true, value: answer } : { ok: false, failure: refused(response, answer) };
}

async function readJson(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch {
    return undefined; // An empty or cut body: `isExpected` refuses it.
  }
}

/** Takes what problem+json offers; a proxy's HTML error page still yields its status line. */
function refused(response: Response, body: unknown): Failure {
  const problem = isRecord(body) ? body : {};
  const text = (name: string) => (typeof problem[name] === 'string' ? problem[name] : null);
  return {
    kind: 'refused',
    status: response.status,
    detail: text('detail') ?? text('title') ?? response.statusText,
    code: text('code'),
  };
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
