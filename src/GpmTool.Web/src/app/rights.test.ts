import { expect, it } from 'vitest';

import type { Me } from './me';
import { may } from './rights';

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
