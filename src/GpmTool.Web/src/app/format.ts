import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';

/** Numbers, dates and lists as the reader's language writes them. */
export const formatNumber = (value: number, language: string, digits = 0) =>
  new Intl.NumberFormat(language, { maximumFractionDigits: digits }).format(value);

export const formatPercent = (share: number, language: string) =>
  new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 }).format(share);

export const formatMoney = (euros: number, language: string) =>
  new Intl.NumberFormat(language, { style: 'currency', currency: 'EUR' }).format(euros);

export const formatDate = (moment: string, language: string) =>
  new Intl.DateTimeFormat(region(language), { dateStyle: 'medium' }).format(new Date(moment));

export const formatDateTime = (moment: string, language: string) =>
  new Intl.DateTimeFormat(region(language), { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(moment));

export function formatList(names: readonly string[], language: string): string {
  return new Intl.ListFormat(language, { style: 'long', type: 'conjunction' }).format(names.map(keepTogether));
}

/** A short last word ("Muster-Bezirk A") must not stand alone on the next line. */
export const keepTogether = (name: string) => name.replace(/ (?=\S{1,2}$)/, '\u00a0');

const durationParts = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/;

/** An ISO 8601 duration in words, with its two greatest parts: "2 T 3 Std". What is no duration stays as it is. */
export function formatDuration(iso: string, t: TFunction): string {
  const found = durationParts.exec(iso);
  if (found === null || iso === 'P' || iso.endsWith('T')) return iso;
  const [days = 0, hours = 0, minutes = 0, seconds = 0] = found.slice(1).map((part) => Math.round(Number(part)) || 0);
  const parts = [
    days > 0 && t('app.duration.days', { count: days }),
    hours > 0 && t('app.duration.hours', { count: hours }),
    minutes > 0 && t('app.duration.minutes', { count: minutes }),
    seconds > 0 && t('app.duration.seconds', { count: seconds }),
  ].filter((part) => part !== false);
  return parts.length === 0 ? t('app.duration.minutes', { count: 0 }) : parts.slice(0, 2).join(' ');
}

/** The formats above in the language of the page. */
export function useFormat() {
  const { t, i18n } = useTranslation();
  const language = i18n.language;
  return {
    number: (value: number, digits?: number) => formatNumber(value, language, digits),
    percent: (share: number) => formatPercent(share, language),
    money: (euros: number) => formatMoney(euros, language),
    date: (moment: string) => formatDate(moment, language),
    dateTime: (moment: string) => formatDateTime(moment, language),
    list: (names: readonly string[]) => formatList(names, language),
    duration: (iso: string) => formatDuration(iso, t),
  };
}

/** English dates as Europe writes them: an American one of 3/4 would be read as 3 April. */
const region = (language: string) => (language === 'en' ? 'en-GB' : language);
