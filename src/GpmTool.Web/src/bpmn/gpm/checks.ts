import { parameters, type Time } from './content';
import { lengthOf } from './durations';

/** What is wrong with a time: a parameter is missing, or they are out of order. */
export function timeFault(time: Time): 'incomplete' | 'order' | undefined {
  const lengths = parameters[time.kind].map((name) => (time[name] === undefined ? null : lengthOf(time[name])));
  if (lengths.some((length) => length === null)) return 'incomplete';
  if (time.kind !== 'uniform' && time.kind !== 'triangular') return undefined;
  return lengths.every((length, i) => i === 0 || (lengths[i - 1] ?? 0) <= (length ?? 0)) ? undefined : 'order';
}

/** A share as people type it ("40", "40 %", "12,5 %") from 0 to 1; null if it is none. */
export function parseShare(typed: string): number | null {
  const found = /^(\d{1,3}(?:[.,]\d+)?)\s*%?$/.exec(typed.trim());
  const percent = Number(found?.[1]?.replace(',', '.') ?? Number.NaN);
  // Without the rounding 14 % would be stored as 0.14000000000000001.
  return percent <= 100 ? Math.round(percent * 1e10) / 1e12 : null;
}

/** A share in percent. */
export const formatShare = (share: number, language: string): string =>
  `${(Math.round(share * 1e6) / 1e4).toLocaleString(language, { maximumFractionDigits: 4 })} %`;

/** A number as people type it; null if it is none or below zero. Thousands are not separated: "1.000" may mean one. */
export function parseNumber(typed: string): number | null {
  const text = typed.trim();
  if (!/^\d+([.,]\d+)?$/.test(text) || /^\d{1,3}\.\d{3}$/.test(text)) return null;
  return Number(text.replace(',', '.'));
}
