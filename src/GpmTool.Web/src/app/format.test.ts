import i18next from 'i18next';
import { expect, it } from 'vitest';

import { startI18n } from '../i18n';
import { formatDate, formatDuration, formatList, formatMoney, formatNumber, formatPercent } from './format';

const plain = (text: string) => text.replaceAll('\u00a0', ' ');

it('writes numbers as the language does', () => {
  expect(formatNumber(20000, 'de')).toBe('20.000');
  expect(formatNumber(20000, 'en')).toBe('20,000');
  expect(formatNumber(1.25, 'de', 1)).toBe('1,3');
  expect(plain(formatPercent(0.255, 'de'))).toBe('26 %');
  expect(plain(formatMoney(12.5, 'de'))).toBe('12,50 €');
});

it('writes dates as the language does, in English as Europe reads them', () => {
  expect(formatDate('2026-03-04T10:00:00Z', 'de')).toBe('04.03.2026');
  expect(formatDate('2026-03-04T10:00:00Z', 'en')).toBe('4 Mar 2026');
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

it.each([
  ['PT5M', '5 Min'],
  ['PT2H30M', '2 Std 30 Min'],
  ['P1DT2H3M', '1 T 2 Std'],
  ['P3D', '3 T'],
  ['PT0S', '0 Min'],
  ['PT12.6S', '13 Sek'],
  ['nonsense', 'nonsense'],
  ['P', 'P'],
])('writes the duration %s as %s', (iso, words) => {
  expect(formatDuration(iso, i18next.t)).toBe(words);
});

it('writes durations in English on request', async () => {
  await startI18n('en');
  expect(formatDuration('P1DT4H', i18next.t)).toBe('1 d 4 h');
});
