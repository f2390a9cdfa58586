import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';

import { type Answers, coordination, open, problem } from '../../test/page';

const field = 'facility-management';
const process = {
  key: 'stoerung',
  policyField: field,
  group: 'tgm',
  content: {
    name: 'Störungsmeldung bearbeiten',
    description: 'Eine Störung wird beseitigt.',
    owner: 'Objektmanagement',
    legalBases: [
      { citation: 'BGB § 823', verified: true, note: 'gelesen' },
      { citation: 'LHO Bln § 34', verified: false },
    ],
    weaknesses: ['Meldungen gehen verloren.'],
    casesPerYear: 9000,
    illustrative: true,
  },
};
const model = (id: string, authority: string | null, more: object = {}) => ({
  id,
  process: 'stoerung',
  stage: authority === null ? 'soll' : 'ist',
  authority,
  name: `Modell ${id}`,
  state: 'draft',
  definitionId: id,
  latestVersion: 1,
  hasDraft: false,
  ...more,
});
const figures = (more: object = {}) => ({
  figures: {
    steps: 25,
    roles: 2,
    handovers: 15,
    mediaBreaks: 4,
    systems: 1,
    documents: 1,
    loops: 0,
    decisions: 3,
    automationShare: 0.1,
    expectedProcessingTime: 'PT47M',
    expectedCycleTime: 'P5DT17H',
    ...more,
  },
  roles: ['Leitstelle', 'Hausmeister'],
});
const version = (number: number, isFrozen = true) => ({
  modelId: 'x',
  number,
  isFrozen,
  note: number === 1 ? 'Erste Fassung' : null,
  createdAt: '2026-03-01T10:00:00Z',
  createdBy: 'x',
  frozenAt: isFrozen ? '2026-03-02T10:00:00Z' : null,
  steps: 25,
  isBlocked: false,
  contentHash: '',
  modelHash: '',
});
const svg =
  '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="200"><title>Soll</title><desc>BPMN-Diagramm mit 25 Aktivitäten.</desc></svg>';
const list = (items: object[]) => ({ items, nextCursor: null });

/** What belongs to one model: its figures, its versions, and its pictures and documents. */
const ofModel = (id: string, latest = 1, isDraft = false): Answers => ({
  ...Object.fromEntries(
    Array.from({ length: latest }, (_, index) => index + 1).flatMap((number): [string, object][] => [
      [`GET /api/v1/models/${id}/versions/${number.toString()}/figures`, figures()],
      [
        `GET /api/v1/models/${id}/versions/${number.toString()}`,
        () => new Response(svg, { headers: { ETag: `"${number.toString()}7"`, 'Content-Type': 'image/svg+xml' } }),
      ],
      [
        `GET /api/v1/models/${id}/versions/${number.toString()}/checks`,
        { isBlocked: false, findings: [], elements: [] },
      ],
    ]),
  ),
  [`GET /api/v1/models/${id}/versions`]: list(
    Array.from({ length: latest }, (_, index) => version(latest - index, !(isDraft && index === 0))),
  ),
});
const usual: Answers = {
  'GET /api/v1/processes/stoerung': process,
  'GET /api/v1/processes/stoerung/models': [model('soll', null), model('a', 'mitte'), model('b', 'pankow')],
  'GET /api/v1/processes/stoerung/callers': [],
  'GET /api/v1/processes/stoerung/callees': [
    { process: 'schluessel', name: 'Schlüssel ausgeben', modelId: 'a', version: 1, elementId: 'x' },
    { process: 'schluessel', name: 'Schlüssel ausgeben', modelId: 'b', version: 1, elementId: 'y' },
    { process: 'fehlt', name: null, modelId: 'b', version: 1, elementId: 'z' },
  ],
  'GET /api/v1/publications': list([]),
  'GET /api/v1/process-groups': list([
    { key: 'tgm', name: 'Technisches Gebäudemanagement', policyField: field, sortOrder: 0 },
  ]),
  'GET /api/v1/authorities': list([
    { key: 'mitte', name: 'Bezirksamt Mitte' },
    { key: 'pankow', name: 'Bezirksamt Pankow', shortName: 'BA Pankow' },
    { key: 'spandau', name: 'Bezirksamt Spandau' },
  ]),
  ...ofModel('soll'),
  ...ofModel('a'),
  ...ofModel('b'),
};
const as = (role: string, authority: string | null): Answers => ({
  'GET /api/v1/me': { ...coordination, roles: [{ role, authority, policyField: field }] },
});

it('shows variants with key figures, and pictures of the Soll and one Ist with their text', async () => {
  open('/processes/stoerung', usual);
  await screen.findByRole('heading', { level: 1, name: 'Störungsmeldung bearbeiten' });
  expect(document.title).toBe('Störungsmeldung bearbeiten – GpmTool');
  const row = await screen.findByRole('row', { name: /Ist BA Pankow/ });
  await within(row).findByText('47 Min');
  within(row).getByText('5 T 17 Std');
  expect(await screen.findAllByRole('img', { name: 'Soll. BPMN-Diagramm mit 25 Aktivitäten.' })).toHaveLength(2);
  screen.getByRole('article', { name: 'Soll' });
  screen.getByRole('article', { name: 'Ist Bezirksamt Mitte' });
  screen.getByText('9.000');
  screen.getByText('Wortlaut nicht geprüft');
  expect(await screen.findByText('an 2 Stellen')).toBeDefined();
  screen.getByText(/fehlt \(nicht im Katalog\)/);
});

it('says in words that a time is not there', async () => {
  const hidden = figures({ expectedProcessingTime: null, expectedCycleTime: null });
  open('/processes/stoerung', { ...usual, 'GET /api/v1/models/b/versions/1/figures': hidden });
  const row = await screen.findByRole('row', { name: /Ist BA Pankow/ });
  expect(await within(row).findAllByText('nicht erfasst oder nicht freigegeben')).toHaveLength(2);
});

it('keeps the choice of pictures in the address, and compares two', async () => {
  const { router } = open('/processes/stoerung', usual);
  fireEvent.click(await screen.findByRole('checkbox', { name: 'Bild zeigen: Soll' }));
  await waitFor(() => {
    expect(router.state.location.search).toBe('?show=a');
  });
  expect(screen.queryByRole('link', { name: 'Die beiden vergleichen' })).toBeNull();
  fireEvent.click(screen.getByRole('checkbox', { name: 'Bild zeigen: Ist BA Pankow' }));
  const link = await screen.findByRole('link', { name: 'Die beiden vergleichen' });
  expect(link.getAttribute('href')).toBe('/comparisons?left=a@1&right=b@1');
});

it('shows an older version on request, and compares versions', async () => {
  const models = [model('soll', null, { latestVersion: 2, state: 'published' })];
  const { router } = open('/processes/stoerung', {
    ...usual,
    'GET /api/v1/processes/stoerung/models': models,
    ...ofModel('soll', 2),
  });
  const compare = await screen.findByRole('link', { name: 'Mit Version 1 vergleichen' });
  expect(compare.getAttribute('href')).toBe('/comparisons?left=soll@1&right=soll@2');
  fireEvent.click(screen.getByRole('button', { name: 'Bild von Version 1' }));
  await waitFor(() => {
    expect(router.state.location.search).toBe('?show=soll%401');
  });
  await screen.findByRole('button', { name: 'Bild von Version 2' });
});

it('enlarges a picture and fits it again', async () => {
  open('/processes/stoerung?show=soll', usual);
  const image = await screen.findByRole<HTMLImageElement>('img');
  fireEvent.click(screen.getByRole('button', { name: 'Vergrößern' }));
  const once = image.width;
  fireEvent.click(screen.getByRole('button', { name: 'Vergrößern' }));
  expect(image.width).toBeGreaterThan(once);
  fireEvent.click(screen.getByRole('button', { name: 'Einpassen' }));
  expect(image.className).toBe('gpm-picture--fit');
});

it('shows buttons only to those who may', async () => {
  open('/processes/stoerung', { ...usual, ...as('modeller', 'mitte') });
  await screen.findByRole('link', { name: 'Bearbeiten: Ist Bezirksamt Mitte' });
  expect(screen.queryByRole('link', { name: 'Bearbeiten: Soll' })).toBeNull();
  expect(screen.queryByRole('button', { name: 'Veröffentlichen' })).toBeNull();
  expect(screen.queryByRole('button', { name: 'Modell anlegen' })).toBeNull();
});

it('freezes a draft with its tag and a note, and says when somebody was quicker', async () => {
  let answer: object = problem(412, 'outdated', 'Inzwischen geändert.', 'Laden Sie neu.');
  const { sent } = open('/processes/stoerung?show=a', {
    ...usual,
    ...as('modeller', 'mitte'),
    'GET /api/v1/processes/stoerung/models': [model('a', 'mitte', { latestVersion: 2, hasDraft: true })],
    ...ofModel('a', 2, true),
    'GET /api/v1/models/a/versions/2': () => Response.json({}, { headers: { ETag: '"27"' } }),
    'POST /api/v1/models/a/freeze': () => answer,
  });
  fireEvent.click(await screen.findByRole('button', { name: 'Einfrieren' }));
  const dialog = await screen.findByRole('dialog', { name: 'Entwurf einfrieren' });
  fireEvent.change(within(dialog).getByLabelText('Notiz (freiwillig)'), { target: { value: 'fertig' } });
  const button = within(dialog).getByRole<HTMLButtonElement>('button', { name: 'Einfrieren' });
  await waitFor(() => {
    expect(button.disabled).toBe(false);
  });
  fireEvent.click(button);
  expect((await within(dialog).findByRole('alert')).textContent).toContain(
    'Inzwischen geändert.Jemand anderes war schneller.',
  );
  expect(button.disabled).toBe(true);
  fireEvent.click(within(dialog).getByRole('button', { name: 'Abbrechen' }));

  answer = version(2);
  fireEvent.click(screen.getByRole('button', { name: 'Einfrieren' }));
  const again = await screen.findByRole('dialog', { name: 'Entwurf einfrieren' });
  fireEvent.change(within(again).getByLabelText('Notiz (freiwillig)'), { target: { value: 'fertig' } });
  const next = within(again).getByRole<HTMLButtonElement>('button', { name: 'Einfrieren' });
  await waitFor(() => {
    expect(next.disabled).toBe(false);
  });
  fireEvent.click(next);
  await waitFor(() => {
    expect(screen.queryByRole('dialog')).toBeNull();
  });
  const request = sent.find(({ method }) => method === 'POST');
  expect(request?.headers.get('If-Match')).toBe('"27"');
  expect(await request?.json()).toEqual({ note: 'fertig' });
});

it('publishes a Soll, unless findings block it', async () => {
  let checks = {
    isBlocked: true,
    findings: [{ severity: 'error', code: 'x', message: 'Kein Ende.', remedy: 'Ergänzen.', elementName: 'Prüfen' }],
    elements: [],
  };
  const answers = { ...usual, 'GET /api/v1/models/soll/versions/1/checks': () => checks };
  const first = open('/processes/stoerung?show=soll', answers);
  fireEvent.click(await screen.findByRole('button', { name: 'Veröffentlichen' }));
  const dialog = await screen.findByRole('dialog', { name: 'Soll veröffentlichen' });
  await within(dialog).findByText(/Kein Ende/);
  expect(within(dialog).getByRole<HTMLButtonElement>('button', { name: 'Veröffentlichen' }).disabled).toBe(true);
  first.unmount();

  checks = { isBlocked: false, findings: [], elements: [] };
  const { sent } = open('/processes/stoerung?show=soll', {
    ...answers,
    'POST /api/v1/publications': { id: 'p', packageSha256: '', manifest: { number: 4 } },
  });
  fireEvent.click(await screen.findByRole('button', { name: 'Veröffentlichen' }));
  const again = await screen.findByRole('dialog', { name: 'Soll veröffentlichen' });
  const button = within(again).getByRole<HTMLButtonElement>('button', { name: 'Veröffentlichen' });
  await waitFor(() => {
    expect(button.disabled).toBe(false);
  });
  fireEvent.click(button);
  await screen.findByText('Als Nr. 4 veröffentlicht.');
  expect(await sent.find(({ method }) => method === 'POST')?.json()).toEqual({ modelId: 'soll', version: 1 });
});

it('begins an Ist for the own authority with an empty drawing', async () => {
  const { sent, router } = open('/processes/stoerung', {
    ...usual,
    ...as('modeller', 'spandau'),
    'POST /api/v1/processes/stoerung/models': model('neu', 'spandau'),
  });
  fireEvent.click(await screen.findByRole('button', { name: 'Modell anlegen' }));
  const dialog = await screen.findByRole('dialog', { name: 'Modell anlegen' });
  within(dialog).getByText('das Ist: Bezirksamt Spandau');
  fireEvent.click(within(dialog).getByRole('button', { name: 'Anlegen und bearbeiten' }));
  await waitFor(() => {
    expect(router.state.location.pathname).toBe('/models/neu/edit');
  });
  const request = sent.find(({ method }) => method === 'POST');
  expect(new URL(request?.url ?? '').search).toBe('?stage=ist&authority=spandau');
  expect(request?.headers.get('Content-Type')).toBe('application/vnd.gpmtool.graph+json');
  expect(await request?.json()).toMatchObject({
    name: 'Störungsmeldung bearbeiten',
    flows: [{ sourceId: 'start', targetId: 'end' }],
  });
});

it('says what to do when there is no model', async () => {
  open('/processes/stoerung', { ...usual, 'GET /api/v1/processes/stoerung/models': [] });
  await screen.findByRole('heading', { name: 'Noch kein Modell' });
  screen.getByRole('button', { name: 'Modell anlegen' });
});

it('says that there is no such process', async () => {
  open('/processes/stoerung', { ...usual, 'GET /api/v1/processes/stoerung': problem(404, 'not-found') });
  await screen.findByRole('heading', { level: 1, name: 'Seite nicht gefunden' });
});

it('says that the server is gone', async () => {
  open('/processes/anderer', usual);
  expect((await screen.findByRole('alert')).textContent).toContain('Der Server antwortet nicht');
});
