/** Numbers and lists as the reader's language writes them. */
export function formatCount(value: number, language: string): string {
  return new Intl.NumberFormat(language).format(value);
}

export function formatList(names: readonly string[], language: string): string {
  return new Intl.ListFormat(language, { style: 'long', type: 'conjunction' }).format(names.map(keepTogether));
}

/** A short last word ("Muster-Bezirk A") must not stand alone on the next line. */
function keepTogether(name: string): string {
  return name.replace(/ (?=\S{1,2}$)/, '\u00a0');
}
