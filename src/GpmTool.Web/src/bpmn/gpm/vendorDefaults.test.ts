import { expect, it } from 'vitest';

import type { Moddle } from '../services';
import { VendorDefaults } from './vendorDefaults';

const step = (id: string, elementId?: string) =>
  ({ id, get: (name: string) => (name === 'gpm:elementId' ? elementId : undefined) }) as unknown as Moddle;

const view = {
  nodes: [
    { id: 'a', gpm: { processingTime: { kind: 'constant', value: 'PT15M' }, documents: [{ name: 'Meldung' }] } },
    { id: 'b', gpm: { role: 'Leitstelle' } },
    { id: 'c' },
  ],
};

it('gives what another tool recorded about steps that have nothing of ours', () => {
  const defaults = new VendorDefaults();
  defaults.load(view, (id) => id === 'b');
  expect(defaults.step(step('a'))).toMatchObject({
    processingTime: { kind: 'constant', value: 'PT15M' },
    documents: [{ name: 'Meldung', direction: 'input', medium: 'unspecified' }],
    systems: [],
  });
  expect(defaults.step(step('b'))).toBeUndefined();
  expect(defaults.step(step('c'))).toBeUndefined();
  expect(defaults.step(step('_x', 'a'))).toBeDefined();
});

it('passes by what is no view', () => {
  const defaults = new VendorDefaults();
  defaults.load('<html>', () => false);
  expect(defaults.step(step('a'))).toBeUndefined();
});
