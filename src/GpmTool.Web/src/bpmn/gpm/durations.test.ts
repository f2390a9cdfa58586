import { expect, it } from 'vitest';

import { formatDuration, lengthOf, parseDuration } from './durations';

it.each([
  ['15 min', 'PT15M'],
  ['15min', 'PT15M'],
  ['90 Minuten', 'PT1H30M'],
  ['1 h 30 min', 'PT1H30M'],
  ['1,5 h', 'PT1H30M'],
  ['1.5 Std.', 'PT1H30M'],
  ['2 Tage und 3 Stunden', 'P2DT3H'],
  ['2 Wochen', 'P14D'],
  ['1 Jahr 6 Monate', 'P1Y6M'],
  ['30 s', 'PT30S'],
  ['0 min', 'PT0S'],
  ['PT90M', 'PT1H30M'],
  ['pt5m', 'PT5M'],
  ['P2W', 'P14D'],
  ['3 days', 'P3D'],
])('reads %s', (typed, stored) => {
  expect(parseDuration(typed)).toBe(stored);
});

it.each([
  '',
  '15',
  'bald',
  '15 Meter',
  '-5 min',
  '1.000 min',
  '1,5 Monate',
  'P',
  'PT',
  'P1.5D',
  '15 min ca',
  '99999999999 Tage',
  'min 15',
])('refuses "%s"', (typed) => {
  expect(parseDuration(typed)).toBeNull();
});

it.each(['PT15M', 'PT1H30M', 'P1D', 'P2DT3H', 'P14D', 'P1Y6M', 'PT30S', 'PT0S', 'PT1M30.5S', 'P1Y1M1DT1H1M1S'])(
  'writes %s so that it is read again, in both languages',
  (stored) => {
    expect(parseDuration(formatDuration(stored, 'de'))).toBe(stored);
    expect(parseDuration(formatDuration(stored, 'en'))).toBe(stored);
  },
);

it('writes for people', () => {
  expect(formatDuration('PT90M', 'de')).toBe('1 h 30 min');
  expect(formatDuration('P1DT1H', 'de')).toBe('1 Tag 1 h');
  expect(formatDuration('P2D', 'en')).toBe('2 days');
  expect(formatDuration('bald', 'de')).toBe('bald');
});

it('measures', () => {
  expect(lengthOf('PT1H30M')).toBe(5400);
  expect(lengthOf('P1M')).toBeCloseTo(30.436875 * 86400);
  expect(lengthOf('x')).toBeNull();
});
