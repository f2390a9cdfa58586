import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';

import { type Answers, coordination, open, problem } from '../../test/page';

const item = (key: string, name: string, sollState: string | null = 'draft') => ({
  key,
  name,
  policyField: 'facility-management',
  group: 'tgm',
  istModels: 3,
  sollState,
});
const stoerung = item('stoerung', 'Störungsmeldung bearbeiten');
const page = (items: object[], more: object = {}) => ({ items, nextCursor: null, total: items.length, ...more });
const usual: Answers = {
  'GET /api/v1/processes': page([stoerung, item('winter', 'Winterdienst überwachen', null)]),
  'GET /api/v1/policy-fields': page([{ key: 'facility-management', name: 'Facility Management' }]),
  'GET /api/v1/process-groups': page([
    { key: 'tgm', name: 'Technisches Gebäudemanagement', policyField: 'facility-management', sortOrder: 0 },
  ]),
  'GET /api/v1/authorities': page([{ key: 'mitte', name: 'Bezirksamt Mitte' }]),
};
const asked = (sent: Request[]) =>
  sent.filter(({ url }) => new URL(url).pathname === '/api/v1/processes').map(({ url }) => new URL(url).searchParams);

it('lists processes with group, Ist models and Soll, and says how many there are', async () => {
  open('/processes', usual);
  const row = await screen.findByRole('row', { name: /Störungsmeldung bearbeiten/ });
  await within(row).findByText('Technisches Gebäudemanagement');
  within(row).getByText('3');
  within(row).getByText('Entwurf');
  within(screen.getByRole('row', { name: /Winterdienst/ })).getByText('noch keines');
  screen.getByText('2 Prozesse gefunden');
});

it('asks once when typing pauses, and keeps the words in the address', async () => {
  const { router, sent } = open('/processes', {
    ...usual,
    'GET /api/v1/processes': ({ url }: Request) =>
      new URL(url).searchParams.get('search') === 'störung' ? page([stoerung]) : page([stoerung, item('x', 'Anderes')]),
  });
  const search = await screen.findByRole('searchbox', { name: 'Suchen' });
  await screen.findByText('2 Prozesse gefunden');
  for (const text of ['s', 'stö', 'störung']) fireEvent.change(search, { target: { value: text } });
  await screen.findByText('Ein Prozess gefunden');
  expect(router.state.location.search).toBe('?q=st%C3%B6rung');
  expect(asked(sent).map((query) => query.get('search'))).toEqual([null, 'störung']);
});

it('takes search and filters from the address, and resets them', async () => {
  const { router, sent } = open('/processes?q=winter&group=tgm&authority=mitte&state=published&cursor=abc', usual);
  await screen.findByText('2 Prozesse gefunden');
  expect(Object.fromEntries(asked(sent)[0] ?? [])).toEqual({
    search: 'winter',
    group: 'tgm',
    authority: 'mitte',
    state: 'published',
    cursor: 'abc',
    limit: '50',
  });
  fireEvent.click(screen.getByRole('button', { name: 'Filter zurücksetzen' }));
  await waitFor(() => {
    expect(router.state.location.search).toBe('');
  });
  expect(screen.getByRole<HTMLInputElement>('searchbox').value).toBe('');
});

it('goes through pages and back', async () => {
  const { router } = open('/processes', {
    ...usual,
    'GET /api/v1/processes': ({ url }: Request) =>
      new URL(url).searchParams.get('cursor') === 'zwei'
        ? page([item('winter', 'Winterdienst überwachen')], { total: 2 })
        : page([stoerung], { nextCursor: 'zwei', total: 2 }),
  });
  await screen.findByText('Störungsmeldung bearbeiten');
  fireEvent.click(screen.getByRole('button', { name: 'Weiter' }));
  await screen.findByText('Winterdienst überwachen');
  expect(router.state.location.search).toBe('?cursor=zwei');
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Weiter' }).disabled).toBe(true);
  fireEvent.click(screen.getByRole('button', { name: 'Zurück' }));
  await screen.findByText('Störungsmeldung bearbeiten');
});

it('shows groups that load when they are opened', async () => {
  const { sent } = open('/processes?view=tree', usual);
  const group = await screen.findByText('Technisches Gebäudemanagement', { selector: '.kern-title' });
  expect(asked(sent)).toHaveLength(0);
  const details = group.closest('details');
  if (details !== null) details.open = true;
  await screen.findByText('Störungsmeldung bearbeiten');
  expect(asked(sent)[0]?.get('group')).toBe('tgm');
});

it('says that nothing was found, and what to do', async () => {
  open('/processes?q=gibtsnicht', { ...usual, 'GET /api/v1/processes': page([]) });
  await screen.findByRole('heading', { name: 'Nichts gefunden' });
});

it('says what to do when the catalogue is empty', async () => {
  open('/processes', { ...usual, 'GET /api/v1/processes': page([]) });
  await screen.findByRole('heading', { name: 'Der Katalog ist leer' });
  screen.getByText(/Ziehen Sie BPMN-Dateien/);
});

it('shows buttons only to those who may', async () => {
  open('/processes', { ...usual, 'GET /api/v1/me': { ...coordination, roles: [{ role: 'senateCoordination' }] } });
  await screen.findByText('2 Prozesse gefunden');
  expect(screen.queryByRole('button', { name: 'Importieren' })).toBeNull();
  expect(screen.queryByRole('button', { name: 'Prozess anlegen' })).toBeNull();
  screen.getByRole('link', { name: 'Exportieren' });
});

it('exports what the filters leave', async () => {
  open('/processes?field=facility-management&authority=mitte', usual);
  const link = await screen.findByRole('link', { name: 'Exportieren' });
  expect(link.getAttribute('href')).toBe('/api/v1/exports?policyField=facility-management&authority=mitte');
});

it('creates a process, and says in place what the server objects to', async () => {
  let answer: object = problem(409, 'duplicate-key', 'Diesen Schlüssel gibt es schon.', 'Nehmen Sie einen anderen.');
  const { sent } = open('/processes', { ...usual, 'POST /api/v1/processes': () => answer });
  fireEvent.click(await screen.findByRole('button', { name: 'Prozess anlegen' }));
  const dialog = await screen.findByRole('dialog', { name: 'Prozess anlegen' });
  fireEvent.change(within(dialog).getByLabelText('Name'), { target: { value: 'Müll abholen' } });
  expect(within(dialog).getByLabelText<HTMLInputElement>('Schlüssel').value).toBe('muell-abholen');
  await waitFor(() => {
    expect(within(dialog).getByLabelText<HTMLSelectElement>('Prozessgruppe').value).toBe('tgm');
  });
  fireEvent.click(within(dialog).getByRole('button', { name: 'Anlegen' }));
  expect((await within(dialog).findByRole('alert')).textContent).toContain('Diesen Schlüssel gibt es schon.');

  answer = {
    key: 'muell-abholen',
    policyField: 'facility-management',
    group: 'tgm',
    content: { name: 'Müll abholen' },
  };
  fireEvent.click(within(dialog).getByRole('button', { name: 'Anlegen' }));
  await screen.findByRole('heading', { level: 1, name: 'muell-abholen' });
  const created = sent.findLast(({ method }) => method === 'POST');
  expect(await created?.json()).toEqual({
    key: 'muell-abholen',
    policyField: 'facility-management',
    group: 'tgm',
    content: { name: 'Müll abholen', illustrative: false },
  });
});
