import { expect, it } from 'vitest';

import { emptyOverview, fullOverview } from './overview.fixture';
import { startState } from './startState';

it('is loading until an answer is there', () => {
  expect(startState(undefined)).toEqual({ view: 'loading' });
});

it('is an error that keeps its reason', () => {
  const failure = { kind: 'unreachable' } as const;
  expect(startState({ ok: false, failure })).toEqual({ view: 'error', failure });
});

it('is empty without processes, even when master data is there', () => {
  const overview = { ...emptyOverview, authorities: 12 };
  expect(startState({ ok: true, value: overview })).toEqual({ view: 'empty', overview });
});

it('is full with processes', () => {
  expect(startState({ ok: true, value: fullOverview })).toEqual({ view: 'full', overview: fullOverview });
});

it('asks for a log-in when nobody is logged in', () => {
  const failure = { kind: 'refused', status: 401, detail: '', code: 'not-logged-in' } as const;
  expect(startState({ ok: false, failure })).toEqual({ view: 'loggedOut' });
});
