import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';

import { open, problem } from '../../test/page';

const review = {
  id: 'r',
  policyField: 'Facility Management',
  process: 'stoerung',
  processName: 'Störungsmeldung bearbeiten',
  modelId: 'soll',
  state: 'open',
  round: 2,
  deadline: '2027-01-01T11:00:00Z',
  rounds: [
    { number: 1, version: 1, opened: { by: 'x', at: '2026-11-01T10:00:00Z' }, comparisons: [] },
    { number: 2, version: 3, opened: { by: 'x', at: '2026-11-01T10:00:00Z' }, comparisons: [] },
  ],
  reviewers: [
    { authority: 'mitte', name: 'Bezirksamt Mitte', stance: 'objection', openDifferences: 0 },
    { authority: 'pankow', name: 'Bezirksamt Pankow', stance: null, openDifferences: 7 },
  ],
  quorum: { rule: null, holds: false, isBlocked: true, parts: [], why: 'Einwände stehen offen: mitte.' },
};

it('shows what the authorities say and whether it is enough', async () => {
  open('/reviews/r', { 'GET /api/v1/reviews/r': review });
  await screen.findByRole('heading', { name: 'Mitzeichnung: Störungsmeldung bearbeiten' });
  screen.getByText(/^Version 3 des Solls, Runde 2/);
  screen.getByText('Einwände stehen offen: mitte.');
  const table = screen.getByRole('table', { name: 'Was die Behörden sagen' });
  expect(
    within(table)
      .getAllByRole('row')
      .slice(1)
      .map((row) => row.textContent),
  ).toEqual(['Bezirksamt MitteEinwand0', 'Bezirksamt Pankownoch keine7']);
});

it('says when there is no such review', async () => {
  open('/reviews/r', { 'GET /api/v1/reviews/r': problem(404, 'not-found', 'Mitzeichnung „r“ ist nicht vorhanden.') });
  await screen.findByText(/Mitzeichnung „r“ ist nicht vorhanden/);
});
