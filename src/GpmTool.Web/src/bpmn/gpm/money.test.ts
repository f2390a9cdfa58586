import { expect, it } from 'vitest';

import { formatMoney, parseMoney } from './money';

it.each([
  ['12,50', '12.50 EUR'],
  ['12.5 EUR', '12.5 EUR'],
  ['12 €', '12 EUR'],
  ['1.234,50 €', '1234.50 EUR'],
  ['1,234.50 usd', '1234.50 USD'],
  ['1.234.567', '1234567 EUR'],
])('reads %s', (typed, stored) => {
  expect(parseMoney(typed)).toBe(stored);
});

it.each(['', 'viel', '12 Euro', '1.234', '12,,5', '1e3'])('refuses "%s"', (typed) => {
  expect(parseMoney(typed)).toBeNull();
});

it('writes for people what it reads again', () => {
  expect(formatMoney('12.5 EUR', 'de')).toBe('12,50 EUR');
  expect(parseMoney(formatMoney('1234.567 EUR', 'de'))).toBe('1234.567 EUR');
  expect(formatMoney('umsonst', 'de')).toBe('umsonst');
});
