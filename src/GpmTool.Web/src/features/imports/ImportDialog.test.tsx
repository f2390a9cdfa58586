import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';

import { type Answers, open, problem } from '../../test/page';

const empty = { items: [], nextCursor: null, total: 0 };
const job = (more: object = {}) => ({
  id: 'i1',
  state: 'completed',
  mode: 'allOrNothing',
  conflict: 'newVersion',
  dryRun: true,
  total: 1,
  done: 1,
  counts: { created: 1, newVersion: 0, unchanged: 0, skipped: 0, rejected: 0 },
  problem: null,
  createdAt: '2026-03-01T10:00:00Z',
  createdBy: 'x',
  ...more,
});
const imported = { number: 1, path: 'a.bpmn', kind: 'model', outcome: 'created', problem: null, findings: [] };
const usual: Answers = {
  'GET /api/v1/processes': empty,
  'GET /api/v1/policy-fields': empty,
  'GET /api/v1/process-groups': empty,
  'GET /api/v1/authorities': { ...empty, items: [{ key: 'mitte', name: 'Bezirksamt Mitte' }] },
  'GET /api/v1/imports/i1/items': { items: [imported], nextCursor: null },
};

async function choose(answers: Answers, ...names: string[]) {
  const opened = open('/processes', { ...usual, ...answers });
  fireEvent.click(await screen.findByRole('button', { name: 'Importieren' }));
  const dialog = await screen.findByRole('dialog', { name: 'Importieren' });
  const files = names.map((name) => new File(['x'], name));
  fireEvent.change(within(dialog).getByLabelText('Dateien auswählen'), { target: { files } });
  return { ...opened, dialog, press: (name: string) => fireEvent.click(within(dialog).getByRole('button', { name })) };
}
const starts = (sent: Request[]) => sent.filter(({ method, url }) => method === 'POST' && url.includes('/imports'));

it('first says what would happen, then imports the same', async () => {
  const { sent, dialog, press } = await choose(
    {
      'POST /api/v1/imports': ({ url }: Request) => {
        const dryRun = new URL(url).searchParams.get('dryRun') === 'true';
        const accepted = job({ id: dryRun ? 'i1' : 'i2', state: 'queued', dryRun, total: null, done: 0 });
        return Response.json(accepted, { status: 202 });
      },
      'GET /api/v1/imports/i1': job(),
      'GET /api/v1/imports/i2': job({ id: 'i2', dryRun: false }),
      'GET /api/v1/imports/i2/items': { items: [imported], nextCursor: null },
    },
    'a.bpmn',
  );
  fireEvent.change(within(dialog).getByLabelText('Prozess (Schlüssel)'), { target: { value: 'stoerung' } });
  fireEvent.change(within(dialog).getByLabelText('Art'), { target: { value: 'ist' } });
  fireEvent.change(within(dialog).getByLabelText('Behörde'), { target: { value: 'mitte' } });
  press('Prüfen, ohne zu speichern');
  await within(dialog).findByText('Geprüft. Gespeichert ist noch nichts.');
  await within(dialog).findByRole('row', { name: /a\.bpmn/ });
  press('Jetzt importieren');
  await within(dialog).findByText('Importiert.');

  const [trial, real] = starts(sent).map(({ url }) => Object.fromEntries(new URL(url).searchParams));
  const wanted = {
    conflict: 'newVersion',
    mode: 'allOrNothing',
    freeze: 'true',
    process: 'stoerung',
    stage: 'ist',
    authority: 'mitte',
  };
  expect(trial).toEqual({ ...wanted, dryRun: 'true' });
  expect(real).toEqual({ ...wanted, dryRun: 'false' });
  press('Fertig');
  await waitFor(() => {
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});

it('shows how far it is', async () => {
  let answer = job({ state: 'running', total: 4, done: 1 });
  const { dialog, press } = await choose(
    { 'POST /api/v1/imports': () => answer, 'GET /api/v1/imports/i1': () => answer },
    'a.bpmn',
  );
  press('Prüfen, ohne zu speichern');
  await within(dialog).findByText('1 von 4 bearbeitet …');
  expect(within(dialog).getByRole<HTMLProgressElement>('progressbar').value).toBe(1);
  answer = job();
  await within(dialog).findByText('Geprüft. Gespeichert ist noch nichts.', {}, { timeout: 3000 });
});

it('says why files are rejected, and does not import when nothing would come of it', async () => {
  const rejected = {
    ...imported,
    path: 'kaputt.bpmn',
    outcome: 'rejected',
    problem: { code: 'file-unreadable', detail: 'Die Datei ist kein XML.', remedy: 'Exportieren Sie sie neu.' },
    findings: [{ severity: 'error', code: 'x', message: 'Zeile 1 ist kein XML.', remedy: '' }],
  };
  const answer = job({ counts: { created: 0, newVersion: 0, unchanged: 0, skipped: 0, rejected: 1 } });
  const { dialog, press } = await choose(
    {
      'POST /api/v1/imports': answer,
      'GET /api/v1/imports/i1': answer,
      'GET /api/v1/imports/i1/items': { items: [rejected], nextCursor: null },
    },
    'kaputt.bpmn',
  );
  press('Prüfen, ohne zu speichern');
  const row = await within(dialog).findByRole('row', { name: /kaputt\.bpmn/ });
  expect(row.textContent).toContain('Die Datei ist kein XML. Exportieren Sie sie neu.');
  expect(row.textContent).toContain('Ein Befund');
  within(dialog).getByText(/So würde nichts importiert/);
  expect(within(dialog).queryByRole('button', { name: 'Jetzt importieren' })).toBeNull();
  press('Zurück zur Auswahl');
  within(dialog).getByText('kaputt.bpmn');
});

it('passes on why the server refuses the package', async () => {
  const refusal = problem(413, 'package-too-large', 'Das Paket ist zu groß.', 'Teilen Sie es.');
  const { dialog, press } = await choose({ 'POST /api/v1/imports': refusal }, 'a.zip');
  press('Prüfen, ohne zu speichern');
  expect((await within(dialog).findByRole('alert')).textContent).toContain('Das Paket ist zu groß.');
  within(dialog).getByText('a.zip');
});

it('takes a ZIP alone', async () => {
  const { dialog } = await choose({}, 'a.zip', 'b.bpmn');
  within(dialog).getByText(/Ein ZIP wird allein importiert/);
  const button = within(dialog).getByRole<HTMLButtonElement>('button', { name: 'Prüfen, ohne zu speichern' });
  expect(button.disabled).toBe(true);
  fireEvent.click(within(dialog).getByRole('button', { name: 'b.bpmn entfernen' }));
  expect(button.disabled).toBe(false);
});

it('sends the real import with the same key again when the connection broke', async () => {
  let breaks = true;
  const { sent, dialog, press } = await choose(
    {
      'POST /api/v1/imports': ({ url }: Request) => {
        if (new URL(url).searchParams.get('dryRun') === 'true') return job();
        if (breaks) throw new TypeError('gone');
        return job({ id: 'i2', dryRun: false });
      },
      'GET /api/v1/imports/i1': job(),
      'GET /api/v1/imports/i2': job({ id: 'i2', dryRun: false }),
      'GET /api/v1/imports/i2/items': { items: [imported], nextCursor: null },
    },
    'a.bpmn',
  );
  press('Prüfen, ohne zu speichern');
  await within(dialog).findByText('Geprüft. Gespeichert ist noch nichts.');
  press('Jetzt importieren');
  await within(dialog).findByText('Der Server antwortet nicht');
  breaks = false;
  press('Jetzt importieren');
  await within(dialog).findByText('Importiert.');
  const keys = starts(sent).map((request) => request.headers.get('Idempotency-Key'));
  expect(keys).toHaveLength(3);
  expect(keys[1]).toBe(keys[2]);
  expect(keys[0]).not.toBe(keys[1]);
});
