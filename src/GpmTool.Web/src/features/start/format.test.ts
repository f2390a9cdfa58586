import { expect, it } from 'vitest';

import { formatCount, formatList } from './format';

it('groups digits as the language does', () => {
  expect(formatCount(20000, 'de')).toBe('20.000');
  expect(formatCount(20000, 'en')).toBe('20,000');
});

it('joins names as the language does', () => {
  const names = ['Bezirksamt Pankow', 'Bezirksamt Mitte', 'Berliner Immobilienmanagement'];
  expect(formatList(names, 'de')).toBe('Bezirksamt Pankow, Bezirksamt Mitte und Berliner Immobilienmanagement');
  expect(formatList(names, 'en')).toBe('Bezirksamt Pankow, Bezirksamt Mitte, and Berliner Immobilienmanagement');
  expect(formatList([], 'de')).toBe('');
});

it('keeps the letter of a sample district on the line of its name', () => {
  expect(formatList(['Muster-Bezirk A'], 'de')).toBe('Muster-Bezirk\u00a0A');
});
