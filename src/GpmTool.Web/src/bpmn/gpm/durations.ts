/**
 * Durations as people write them ("15 min", "1 h 30 min", "2 Tage") and as they are stored (ISO 8601, `PT15M`). A day has 24
 * hours, as in the API; months and years have no fixed length and stay apart.
 */

const secondsOf: Record<string, number> = { s: 1, min: 60, h: 3600, d: 86400, w: 7 * 86400 };

const unitWords: [RegExp, string][] = [
  [/^(s|sek|sekunden?|sec|seconds?)$/, 's'],
  [/^(min|minuten?|minutes?|mins)$/, 'min'],
  [/^(h|std|stunden?|hours?|hrs?)$/, 'h'],
  [/^(d|tage?n?|days?)$/, 'd'],
  [/^(w|wo|wochen?|weeks?)$/, 'w'],
  [/^(mon|monate?n?|months?)$/, 'month'],
  [/^(a|j|jahre?n?|years?)$/, 'year'],
];

interface Parts {
  months: number;
  seconds: number;
}

/** Reads what somebody typed; null if it is no duration. The result is normalised ISO 8601. */
export function parseDuration(typed: string): string | null {
  const text = typed.trim();
  if (/^p/i.test(text)) {
    const parts = partsOf(text.toUpperCase());
    return parts === null ? null : iso(parts);
  }

  const words = text.toLowerCase().replace(/\bund\b|\band\b|;/g, ' ');
  const pieces = [...words.matchAll(/(\d+(?:[.,]\d+)?)\s*([a-zäöüß]+)\.?/g)];
  if (pieces.length === 0 || words.replace(/(\d+(?:[.,]\d+)?)\s*([a-zäöüß]+)\.?/g, '').trim() !== '') return null;
  const sum: Parts = { months: 0, seconds: 0 };
  for (const [, digits = '', word = ''] of pieces) {
    const unit = unitWords.find(([pattern]) => pattern.test(word))?.[1];
    // "1.000 min" may mean one or a thousand.
    if (unit === undefined || /^\d{1,3}\.\d{3}$/.test(digits)) return null;
    const number = Number(digits.replace(',', '.'));
    if (unit === 'month' || unit === 'year') {
      if (!Number.isInteger(number)) return null;
      sum.months += unit === 'year' ? 12 * number : number;
    } else {
      sum.seconds += number * (secondsOf[unit] ?? 0);
    }
  }

  return isPossible(sum) ? iso(sum) : null;
}

/** Writes a stored duration for people; what is none is shown as it is. */
export function formatDuration(stored: string, language: string): string {
  const parts = partsOf(stored);
  if (parts === null) return stored;
  const words = language === 'en' ? english : german;
  const rest = Math.floor(parts.seconds);
  const seconds = Math.round((parts.seconds - Math.floor(parts.seconds / 60) * 60) * 1e6) / 1e6;
  const pieces = [
    piece(Math.floor(parts.months / 12), words.year),
    piece(parts.months % 12, words.month),
    piece(Math.floor(rest / 86400), words.day),
    piece(Math.floor((rest % 86400) / 3600), ['h', 'h']),
    piece(Math.floor((rest % 3600) / 60), ['min', 'min']),
    seconds === 0 ? '' : `${seconds.toLocaleString(language, { maximumFractionDigits: 6, useGrouping: false })} s`,
  ].filter((one) => one !== '');
  return pieces.length === 0 ? '0 min' : pieces.join(' ');
}

/** The length in seconds, months of mean length; null if it is no duration. */
export function lengthOf(stored: string): number | null {
  const parts = partsOf(stored);
  return parts === null ? null : parts.seconds + parts.months * 30.436875 * 86400;
}

type Words = readonly [one: string, many: string];
const german: Record<'year' | 'month' | 'day', Words> = {
  year: ['Jahr', 'Jahre'],
  month: ['Monat', 'Monate'],
  day: ['Tag', 'Tage'],
};
const english: Record<'year' | 'month' | 'day', Words> = {
  year: ['year', 'years'],
  month: ['month', 'months'],
  day: ['day', 'days'],
};

const piece = (count: number, [one, many]: Words) =>
  count === 0 ? '' : `${String(count)} ${count === 1 ? one : many}`;

const isPossible = ({ months, seconds }: Parts) => months <= 12_000 && seconds <= 1e9 && Number.isFinite(seconds);

function partsOf(text: string): Parts | null {
  const found =
    /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:[.,]\d+)?)S)?)?$/.exec(text);
  if (found === null || text === 'P' || text.endsWith('T')) return null;
  const [years, months, weeks, days, hours, minutes, seconds] = found
    .slice(1)
    .map((one) => Number((one as string | undefined)?.replace(',', '.') ?? 0)) as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const parts = {
    months: 12 * years + months,
    seconds: weeks * 604800 + days * 86400 + hours * 3600 + minutes * 60 + seconds,
  };
  return isPossible(parts) ? parts : null;
}

/** The form that the API writes: weeks are days, what is zero is left out. */
function iso({ months, seconds }: Parts): string {
  const whole = Math.floor(seconds);
  const rest = Math.round((seconds - Math.floor(seconds / 60) * 60) * 1e6) / 1e6;
  const part = (count: number, unit: string) => (count === 0 ? '' : `${String(count)}${unit}`);
  const date = part(Math.floor(months / 12), 'Y') + part(months % 12, 'M') + part(Math.floor(whole / 86400), 'D');
  const time =
    part(Math.floor((whole % 86400) / 3600), 'H') + part(Math.floor((whole % 3600) / 60), 'M') + part(rest, 'S');
  return date + time === '' ? 'PT0S' : `P${date}${time === '' ? '' : `T${time}`}`;
}
