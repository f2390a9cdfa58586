import { expect, it } from 'vitest';

import { english, german } from './texts';

/** All texts by their dotted key. */
function flat(texts: object, path = ''): [string, string][] {
  return Object.entries(texts).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'string' ? [[path + key, value]] : flat(value as object, `${path}${key}.`),
  );
}

const placeholders = (text: string) => [...text.matchAll(/\{\{\w+\}\}|<\w+>/g)].map(([match]) => match).sort();

it('has the same texts in both languages, with the same placeholders', () => {
  const others = new Map(flat(english));
  expect([...others.keys()]).toEqual(flat(german).map(([key]) => key));
  for (const [key, text] of flat(german)) {
    expect(placeholders(others.get(key) ?? ''), key).toEqual(placeholders(text));
  }
});

it('has the texts of the frame and of every feature', () => {
  expect(Object.keys(german)).toEqual(expect.arrayContaining(['app', 'accounts', 'overview']));
});

it('leaves no text empty', () => {
  for (const [key, text] of [...flat(german), ...flat(english)]) expect(text.trim(), key).not.toBe('');
});
