import { expect, it } from 'vitest';

import { formatShare, parseNumber, parseShare, timeFault } from './checks';

it('knows which parameters a time needs', () => {
  expect(timeFault({ kind: 'constant', value: 'PT5M' })).toBeUndefined();
  expect(timeFault({ kind: 'constant' })).toBe('incomplete');
  expect(timeFault({ kind: 'normal', mean: 'PT5M' })).toBe('incomplete');
  expect(timeFault({ kind: 'lognormal', mean: 'PT5M', standardDeviation: 'PT9M' })).toBeUndefined();
});

it('knows the order of a range', () => {
  expect(timeFault({ kind: 'uniform', min: 'PT1H', max: 'PT30M' })).toBe('order');
  expect(timeFault({ kind: 'triangular', min: 'PT5M', mode: 'PT2H', max: 'PT1H' })).toBe('order');
  expect(timeFault({ kind: 'triangular', min: 'PT5M', mode: 'PT5M', max: 'PT1H' })).toBeUndefined();
});

it('reads and writes shares', () => {
  expect(parseShare('40')).toBe(0.4);
  expect(parseShare('14 %')).toBe(0.14);
  expect(parseShare('12,5 %')).toBe(0.125);
  expect(parseShare('101')).toBeNull();
  expect(parseShare('viel')).toBeNull();
  expect(formatShare(0.125, 'de')).toBe('12,5 %');
  expect(formatShare(0.07, 'de')).toBe('7 %');
});

it('reads numbers', () => {
  expect(parseNumber('1,5')).toBe(1.5);
  expect(parseNumber('1200')).toBe(1200);
  expect(parseNumber('1.200')).toBeNull();
  expect(parseNumber('-1')).toBeNull();
});
