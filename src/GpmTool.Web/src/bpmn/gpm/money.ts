/** Amounts of money: "12,50 €" for people, "12.50 EUR" as stored (ISO 4217). */

const pattern = /^(-?\d+(?:\.\d+)?) ([A-Z]{3})$/;

/** Reads what somebody typed; null if it is no amount. Without a currency it is in euros. */
export function parseMoney(typed: string): string | null {
  const found = /^([-+]?[\d.,' ]*\d)\s*(€|[a-z]{3})?$/i.exec(typed.trim());
  if (found === null) return null;
  const amount = plainNumber(found[1] ?? '');
  const currency = found[2] === undefined || found[2] === '€' ? 'EUR' : found[2].toUpperCase();
  return amount === null ? null : `${amount} ${currency}`;
}

/** Writes a stored amount for people; what is none is shown as it is. */
export function formatMoney(stored: string, language: string): string {
  const found = pattern.exec(stored);
  if (found === null) return stored;
  const [, amount = '', currency = ''] = found;
  const digits = Math.max(2, amount.split('.')[1]?.length ?? 0);
  return `${Number(amount).toLocaleString(language, { minimumFractionDigits: digits, useGrouping: false })} ${currency}`;
}

/** Takes thousands separators out; null where it is open what a single separator means ("1.234"). */
function plainNumber(typed: string): string | null {
  const text = typed.replace(/[' +]/g, '');
  if (/^-?\d{1,3}\.\d{3}$/.test(text)) return null;
  if (/^-?\d{1,12}([.,]\d{1,6})?$/.test(text)) return text.replace(',', '.');
  if (/^-?\d{1,3}(\.\d{3}){1,3}(,\d{1,6})?$/.test(text)) return text.replaceAll('.', '').replace(',', '.');
  return /^-?\d{1,3}(,\d{3}){1,3}(\.\d{1,6})?$/.test(text) ? text.replaceAll(',', '') : null;
}
