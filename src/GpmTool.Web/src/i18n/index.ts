import i18next, { type ParseKeys } from 'i18next';
import { initReactI18next } from 'react-i18next';

import { english, german } from './texts';

export const languages = ['de', 'en'] as const;
export type Language = (typeof languages)[number];

/** The key of a text. */
export type TextKey = ParseKeys;

const storageKey = 'gpm.language';

/** German is the language of the field; English only for who asked for it before. */
export function preferredLanguage(): Language {
  return read() === 'en' ? 'en' : 'de';
}

export async function startI18n(language: Language = preferredLanguage()): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'de',
    resources: { de: { translation: german }, en: { translation: english } },
    interpolation: { escapeValue: false }, // React escapes
  });
  describeDocument(language);
}

export async function switchLanguage(language: Language): Promise<void> {
  await i18next.changeLanguage(language);
  describeDocument(language);
  try {
    localStorage.setItem(storageKey, language);
  } catch {
    // A browser that forbids storage only forgets the choice.
  }
}

function describeDocument(language: Language): void {
  document.documentElement.lang = language; // what the API is asked for, too
}

function read(): string | null {
  try {
    return localStorage.getItem(storageKey);
  } catch {
    return null;
  }
}
