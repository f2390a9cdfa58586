import { expect, it } from 'vitest';

import accounts from '../../../../docs/accounts.md?raw';
import type { Me } from './me';
import { holders, may } from './rights';

const someone = (role: Me['roles'][number]['role'], authority?: string, policyField?: string): Me => ({
  id: '1',
  isProgram: false,
  roles: [{ role, authority: authority ?? null, policyField: policyField ?? null }],
  scopes: [],
});
const ist = { policyField: 'fm', authority: 'mitte' };
const soll = { policyField: 'fm', authority: null };

it('lets a modeller edit the Ist of the own authority only', () => {
  const modeller = someone('modeller', 'mitte');
  expect(may(modeller, 'editModels', ist)).toBe(true);
  expect(may(modeller, 'editModels', { ...ist, authority: 'pankow' })).toBe(false);
  expect(may(modeller, 'editModels', soll)).toBe(false);
});

it('lets a coordination edit and publish the Soll of its field only', () => {
  const coordination = someone('fieldCoordination', undefined, 'fm');
  expect(may(coordination, 'editModels', soll)).toBe(true);
  expect(may(coordination, 'publish', soll)).toBe(true);
  expect(may(coordination, 'editModels', ist)).toBe(false);
  expect(may(coordination, 'publish', { ...soll, policyField: 'other' })).toBe(false);
});

it('lets an administrator import anything, but not model', () => {
  expect(may(someone('administrator'), 'import', ist)).toBe(true);
  expect(may(someone('administrator'), 'editModels', soll)).toBe(false);
});

it('lets nobody do anything who is not logged in or has no role for it', () => {
  expect(may(null, 'import')).toBe(false);
  expect(may(someone('senateCoordination'), 'editModels')).toBe(false);
});

it('says what the table of rights in the documentation says, which the API is held to', () => {
  const rows = accounts.split('\n').filter((line) => line.startsWith('| '));
  const cells = (line: string) => line.split('|').map((cell) => cell.trim().replaceAll('`', ''));
  const roles = cells(rows.find((row) => row.startsWith('| right |')) ?? '');
  const words = { everywhere: 'everywhere', ofField: 'of the field', authority: 'own Ist' };
  for (const [right, bounds] of Object.entries(holders)) {
    const row = cells(rows.find((line) => line.startsWith(`| \`${right}\` |`)) ?? '');
    for (const role of [
      'modeller',
      'fieldCoordination',
      'senateCoordination',
      'authorityLead',
      'administrator',
    ] as const) {
      const bound = bounds[role];
      expect(row[roles.indexOf(role)], `${right} of ${role}`).toBe(bound === undefined ? '–' : words[bound]);
    }
  }
});
