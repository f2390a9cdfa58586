import { describe, expect, it, vi } from 'vitest';

import { ofKind, timeFieldFault } from './fields';

// The panel's components come with an editor of expressions that jsdom cannot load.
vi.mock('@bpmn-io/properties-panel', () => ({ ListGroup: () => null, Group: () => null }));
vi.mock('@bpmn-io/properties-panel/preact/hooks', () => ({ useMemo: (make: () => unknown) => make() }));
vi.mock('bpmn-js-properties-panel', () => ({ useService: () => undefined }));

describe('ofKind', () => {
  it('keeps a fixed value as the middle of a distribution, and back', () => {
    const fixed = { kind: 'constant', value: 'PT10M' } as const;
    expect(ofKind('triangular', fixed)).toEqual({ kind: 'triangular', min: 'PT10M', mode: 'PT10M', max: 'PT10M' });
    expect(ofKind('normal', fixed)).toEqual({ kind: 'normal', mean: 'PT10M', standardDeviation: 'PT0S' });
    expect(ofKind('constant', { kind: 'triangular', min: 'PT5M', mode: 'PT10M', max: 'PT1H' })).toEqual(fixed);
  });

  it('keeps the ends of a range', () => {
    expect(ofKind('uniform', { kind: 'triangular', min: 'PT5M', mode: 'PT10M', max: 'PT1H' })).toEqual({
      kind: 'uniform',
      min: 'PT5M',
      max: 'PT1H',
    });
  });

  it('records nothing before a value is entered, but for a kind that was chosen', () => {
    expect(ofKind('constant', undefined)).toBeUndefined();
    expect(ofKind('normal', undefined)).toEqual({ kind: 'normal' });
  });
});

describe('timeFieldFault', () => {
  const range = { kind: 'triangular', min: 'PT5M', mode: 'PT10M', max: 'PT1H' } as const;

  it('refuses what is no duration, and what is out of order', () => {
    expect(timeFieldFault('mode', 'bald', range)).toContain('Keine Dauer');
    expect(timeFieldFault('mode', '2 h', range)).toContain('größer werden');
    expect(timeFieldFault('mode', '30 min', range)).toBeUndefined();
  });

  it('misses a value only where another one is recorded', () => {
    expect(timeFieldFault('max', undefined, { kind: 'uniform', min: 'PT5M' })).toBe('Dieser Wert fehlt.');
    expect(timeFieldFault('value', undefined, undefined)).toBeUndefined();
    expect(timeFieldFault('value', undefined, { kind: 'constant', value: 'PT5M' })).toBeUndefined();
  });
});
