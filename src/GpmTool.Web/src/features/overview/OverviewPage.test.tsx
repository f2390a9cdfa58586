import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';

import { type Answers, open, problem } from '../../test/page';

const field = (key: string, name: string) => ({ key, name });
const message = (id: string, more: { dueAt?: string; readAt?: string } = {}) => ({
  id,
  kind: 'reviewOpened',
  text: `Prüfung ${id} begonnen`,
  objectKind: 'review',
  objectId: id,
  link: '/processes/stoerung',
  createdAt: '2026-03-01T10:00:00Z',
  ...more,
});
const map = {
  total: 2,
  nextCursor: null,
  authorities: [
    { key: 'a', name: 'Bezirksamt A', shortName: 'BA A', recorded: 1 },
    { key: 'b', name: 'Bezirksamt B', shortName: null, recorded: 1 },
  ],
  items: [
    {
      key: 'stoerung',
      name: 'Störungsmeldung bearbeiten',
      group: 'Technisches Gebäudemanagement',
      ist: [{ authority: 'a', modelId: 'm1', version: 2, hasDraft: true }],
      soll: { modelId: 's1', version: 3, state: 'published', hasDraft: false, publication: 1 },
    },
    {
      key: 'schluessel',
      name: 'Schlüssel ausgeben',
      group: 'Infrastrukturelles Gebäudemanagement',
      ist: [{ authority: 'b', modelId: 'm2', version: 1, hasDraft: false }],
      soll: null,
    },
  ],
};
const usual: Answers = {
  'GET /api/v1/policy-fields': {
    items: [field('fm', 'Facility Management'), field('it', 'IT-Dienste')],
    nextCursor: null,
  },
  'GET /api/v1/overview/map': map,
  'GET /api/v1/me/notifications': { items: [], nextCursor: null, unread: 0 },
  'GET /api/v1/publications': { items: [], nextCursor: null },
};

it('shows processes by authority, each cell in words with a link to its model', async () => {
  open('/', usual);
  const table = await screen.findByRole('table', { name: /Facility Management/ });
  expect(
    within(table)
      .getAllByRole('columnheader')
      .map((cell) => cell.textContent),
  ).toEqual(['Prozess', 'Soll', 'BA\u00a0A', 'Bezirksamt\u00a0B']);
  const inWork = within(table).getByRole('link', {
    name: 'Störungsmeldung bearbeiten, Bezirksamt A: in Arbeit, Version 2',
  });
  expect(inWork.getAttribute('href')).toBe('/processes/stoerung?show=m1');
  within(table).getByRole('link', {
    name: 'Störungsmeldung bearbeiten, Soll: veröffentlicht, Version 3, Veröffentlichung 1',
  });
  within(table).getByRole('link', { name: 'Schlüssel ausgeben, Bezirksamt B: erfasst, Version 1' });
  expect(within(table).getAllByText('fehlt')).toHaveLength(3);
});

it('keeps the chosen policy field in the address', async () => {
  const { router, sent } = open('/?field=it', usual);
  const choice = await screen.findByLabelText<HTMLSelectElement>('Politikfeld');
  expect(choice.value).toBe('it');
  fireEvent.change(choice, { target: { value: 'fm' } });
  await waitFor(() => {
    expect(router.state.location.search).toBe('?field=fm');
  });
  await waitFor(() => {
    const asked = sent
      .filter(({ url }) => url.includes('/overview/map'))
      .map(({ url }) => new URL(url).searchParams.get('policyField'));
    expect(asked).toEqual(['it', 'fm']);
  });
});

it('shows further rows on request', async () => {
  open('/', {
    ...usual,
    'GET /api/v1/overview/map': (request: Request) =>
      new URL(request.url).searchParams.get('cursor') === 'weiter'
        ? { ...map, items: map.items.slice(1) }
        : { ...map, items: map.items.slice(0, 1), nextCursor: 'weiter' },
  });
  await screen.findByText('1 von 2 Prozessen');
  fireEvent.click(screen.getByRole('button', { name: 'Weitere 1 anzeigen' }));
  await screen.findByText('2 von 2 Prozessen');
  expect(screen.getByRole('rowheader', { name: /Schlüssel ausgeben/ })).toBeDefined();
});

it('says what to do next when nothing is stored', async () => {
  open('/', { ...usual, 'GET /api/v1/policy-fields': { items: [], nextCursor: null } });
  await screen.findByRole('heading', { name: 'Noch kein Politikfeld' });
  expect(screen.getByRole('link', { name: 'importieren' }).getAttribute('href')).toBe('/processes');
});

it('says what to do next when a field has no processes', async () => {
  open('/', { ...usual, 'GET /api/v1/overview/map': { ...map, authorities: [], items: [], total: 0 } });
  await screen.findByRole('heading', { name: 'Noch keine Prozesse in diesem Politikfeld' });
  expect(screen.getByRole('link', { name: 'Zum Katalog' }).getAttribute('href')).toBe('/processes');
});

it('passes on what the server says went wrong, and recovers', async () => {
  let answer: object = problem(503, 'schema-behind', 'Das Schema ist veraltet.', 'Aktualisieren Sie es.');
  open('/', { ...usual, 'GET /api/v1/overview/map': () => answer });
  const alert = await screen.findByRole('alert');
  expect(alert.textContent).toContain('Das Schema ist veraltet.');
  expect(alert.textContent).toContain('Aktualisieren Sie es.');
  expect(alert.textContent).toContain('schema-behind');
  answer = map;
  fireEvent.click(within(alert).getByRole('button', { name: 'Erneut versuchen' }));
  await screen.findByRole('table');
  expect(screen.queryByRole('alert')).toBeNull();
});

it('lists what waits, marks it as read, and shows read ones on request', async () => {
  let inbox = [message('1'), message('2'), message('3', { readAt: '2026-03-02T10:00:00Z' })];
  const { router, sent } = open('/', {
    ...usual,
    'GET /api/v1/me/notifications': () => ({
      items: inbox,
      nextCursor: null,
      unread: inbox.filter(({ readAt }) => readAt === undefined).length,
    }),
    'POST /api/v1/me/notifications/1/read': () => {
      inbox = inbox.map((item) => (item.id === '1' ? { ...item, readAt: '2026-03-03T10:00:00Z' } : item));
      return new Response(null, { status: 204 });
    },
  });
  await screen.findByText('2 ungelesen');
  expect(screen.queryByText('Prüfung 3 begonnen')).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'Als gelesen markieren: Prüfung 1 begonnen' }));
  await screen.findByText('1 ungelesen');
  expect(screen.queryByText('Prüfung 1 begonnen')).toBeNull();
  expect(sent.some(({ method, url }) => method === 'POST' && url.endsWith('/1/read'))).toBe(true);

  fireEvent.click(screen.getByRole('button', { name: 'Auch gelesene zeigen' }));
  await screen.findByText('Prüfung 3 begonnen');
  expect(router.state.location.search).toBe('?inbox=all');
});

it('lists deadlines, and says which are over', async () => {
  const items = [message('1', { dueAt: '2000-01-01T00:00:00Z' }), message('2', { dueAt: '2999-01-01T00:00:00Z' })];
  open('/', { ...usual, 'GET /api/v1/me/notifications': { items, nextCursor: null, unread: 2 } });
  const deadlines = await screen.findByRole('region', { name: 'Fristen' });
  await within(deadlines).findByText(/überfällig seit/);
  within(deadlines).getByText(/bis/);
});
