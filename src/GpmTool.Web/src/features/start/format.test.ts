import { expect, it } from 'vitest';

import { formatCount, formatList } from './format';

it('groups digits as the language does', () => {
  expect(formatCount(20000, 'de')).toBe('20.000');
  expect(formatCount(20000, 'en')).toBe('20,000');
});

it('joins names as the language does', () => {
  const names = ['Muster-Bezirk A', 'Muster-Bezirk D', 'Muster-Bezirk H'];
  expect(formatList(names, 'de')).toBe('Muster-Bezirk A, Muster-Bezirk D und Muster-Bezirk H');
  expect(formatList(names, 'en')).toBe('Muster-Bezirk A, Muster-Bezirk D, and Muster-Bezirk H');
  expect(formatList([], 'de')).toBe('');
});
