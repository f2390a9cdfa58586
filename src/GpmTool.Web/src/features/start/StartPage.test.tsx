import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';

import { startI18n, switchLanguage } from '../../i18n';
import { emptyOverview, fullOverview } from './overview.fixture';
import { StartPage } from './StartPage';

/** What the server answers; a missing one makes the request fail like a dead server. */
let server: { overview?: () => Response; health?: () => Response };

beforeEach(async () => {
  localStorage.clear();
  await startI18n('de');
  server = {
    overview: () => Response.json(fullOverview),
    health: () => new Response('Healthy'),
  };
  vi.stubGlobal('fetch', (url: string) => {
    const answer = url === '/health/ready' ? server.health : url === '/api/v1/overview' ? server.overview : undefined;
    return answer === undefined ? Promise.reject(new TypeError('Failed to fetch')) : Promise.resolve(answer());
  });
});

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

it('says that it loads', async () => {
  render(<StartPage />);
  expect(screen.getByText('Die Übersicht wird geladen …')).toBeDefined();
  await screen.findByRole('table');
  expect(screen.queryByText('Die Übersicht wird geladen …')).toBeNull();
});

it('shows counts, and each process with its group, authorities and Soll', async () => {
  render(<StartPage />);
  expect(await screen.findByText('1.205')).toBeDefined();

  const [, first, second] = within(await screen.findByRole('table')).getAllByRole('row');
  const cells = (row: HTMLElement | undefined) =>
    Array.from(row?.querySelectorAll('th, td') ?? [], (cell) => cell.textContent.replaceAll('\u00a0', ' '));
  expect(cells(first)).toEqual([
    'Störungsmeldung bearbeiten',
    'Technisches GebäudemanagementFacility Management',
    'Muster-Bezirk A, Muster-Bezirk D und Muster-Bezirk H',
    'Version 2In Kraftveröffentlicht',
  ]);
  expect(cells(second).slice(2)).toEqual(['noch von keiner Behörde', 'noch keines']);
});

it('captions the table, and says so when it is not the whole catalogue', async () => {
  server.overview = () => Response.json({ ...fullOverview, processes: 20000 });
  render(<StartPage />);
  expect(await screen.findByText(/^Die ersten 2 von 20\.000 Prozessen/)).toBeDefined();
});

it('says only once that a Soll is published', async () => {
  const [item] = fullOverview.items;
  const soll = { version: 1, state: 'published', published: true };
  server.overview = () => Response.json({ ...fullOverview, items: [{ ...item, soll }] });
  render(<StartPage />);
  expect(await screen.findAllByText(/veröffentlicht/i)).toHaveLength(1);
});

it('shows a state that it does not know as it is', async () => {
  const [item] = fullOverview.items;
  const soll = { version: 1, state: 'Archived', published: false };
  server.overview = () => Response.json({ ...fullOverview, items: [{ ...item, soll }] });
  render(<StartPage />);
  expect(await screen.findByText('Archived')).toBeDefined();
  expect(screen.queryByText('veröffentlicht')).toBeNull();
});

it('says what to do next when nothing is stored', async () => {
  server.overview = () => Response.json(emptyOverview);
  render(<StartPage />);
  const empty = await screen.findByRole('region', { name: 'Noch keine Prozesse' });
  expect(within(empty).getByRole('link', { name: 'Schnittstelle (Swagger)' }).getAttribute('href')).toBe('/swagger');
  expect(within(empty).getByText('--Samples:Load=false')).toBeDefined();
  expect(screen.queryByRole('table')).toBeNull();
});

it('says that the server is gone, and recovers on reload', async () => {
  server = {};
  render(<StartPage />);
  expect((await screen.findByRole('alert')).textContent).toContain('Der Server antwortet nicht');
  expect(await screen.findByText('Nicht erreichbar')).toBeDefined();

  server = { overview: () => Response.json(fullOverview), health: () => new Response('Healthy') };
  fireEvent.click(screen.getByRole('button', { name: 'Neu laden' }));
  await screen.findByRole('table');
  expect(screen.queryByRole('alert')).toBeNull();
  expect(await screen.findByText('Bereit')).toBeDefined();
});

it('passes on what the server says went wrong', async () => {
  server.overview = () => Response.json({ detail: 'Schema veraltet.', code: 'schema-behind' }, { status: 503 });
  server.health = () => new Response('Unhealthy', { status: 503 });
  render(<StartPage />);
  const alert = await screen.findByRole('alert');
  expect(alert.textContent).toContain('Antwort 503: Schema veraltet.');
  expect(alert.textContent).toContain('schema-behind');
  expect(await screen.findByText('Nicht bereit')).toBeDefined();
});

it('speaks English on request, and remembers it', async () => {
  render(<StartPage />);
  await screen.findByRole('table');
  await switchLanguage('en');
  expect(await screen.findByRole('heading', { name: 'Overview' })).toBeDefined();
  expect(screen.getByText('In force')).toBeDefined();
  expect(document.documentElement.lang).toBe('en');
  expect(localStorage.getItem('gpm.language')).toBe('en');
});
