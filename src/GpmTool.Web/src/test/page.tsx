import { render } from '@testing-library/react';
import { createMemoryRouter } from 'react-router';
import { vi } from 'vitest';

import { createQueryClient } from '../api/queries';
import { App } from '../app/App';
import { routes } from '../app/routes';

type Given = object | Promise<object>;
type Answer = object | ((request: Request) => Given);

const give = (answer: Answer, request: Request): Given =>
  typeof answer === 'function' ? (answer as (request: Request) => Given)(request) : answer;

/** What the server answers by `METHOD /path`; a missing one makes the request fail like a dead server. */
export type Answers = Record<string, Answer>;

export const coordination = {
  id: '00000000-0000-0000-0000-000000000001',
  name: 'Erika Muster',
  isProgram: false,
  roles: [{ role: 'fieldCoordination', authority: null, policyField: 'facility-management' }],
  scopes: [],
};

/** An answer of the API that says what went wrong. */
export const problem = (status: number, code: string, detail = 'Etwas ging schief.', remedy = 'Tun Sie etwas.') =>
  Response.json({ type: `urn:gpmtool:problem:${code}`, title: 'Problem', status, detail, remedy, code }, { status });

/** Puts `answers` in place of the network and gives the requests that were sent. */
export function serve(answers: Answers): Request[] {
  const sent: Request[] = [];
  vi.stubGlobal('fetch', async (request: Request): Promise<Response> => {
    sent.push(request.clone());
    const { method, url } = request;
    const answer = answers[`${method} ${new URL(url).pathname}`];
    if (answer === undefined) throw new TypeError('Failed to fetch');
    const given = await give(answer, request);
    return given instanceof Response ? given.clone() : Response.json(given);
  });
  return sent;
}

/** Opens the page of an address as somebody who is logged in, unless `answers` say otherwise. */
export function open(address: string, answers: Answers) {
  const sent = serve({ 'GET /api/v1/me': coordination, ...answers });
  const router = createMemoryRouter(routes, { initialEntries: [address] });
  return { sent, router, ...render(<App queries={createQueryClient()} router={router} />) };
}
