import { expect, it } from 'vitest';

import { de } from './de';
import { en } from './en';

/** All texts by their dotted key. */
function flat(texts: object, path = ''): [string, string][] {
  return Object.entries(texts).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'string' ? [[path + key, value]] : flat(value as object, `${path}${key}.`),
  );
}

const placeholders = (text: string) => [...text.matchAll(/\{\{\w+\}\}|<\w+>/g)].map(([match]) => match).sort();

it('has the same texts in both languages, with the same placeholders', () => {
  const english = new Map(flat(en));
  expect([...english.keys()]).toEqual(flat(de).map(([key]) => key));
  for (const [key, german] of flat(de)) {
    expect(placeholders(english.get(key) ?? ''), key).toEqual(placeholders(german));
  }
});

it('leaves no text empty', () => {
  for (const [key, text] of [...flat(de), ...flat(en)]) expect(text.trim(), key).not.toBe('');
});
