import type { de as app } from '../app/texts.de';

/**
 * The texts of the page by feature. A feature keeps its own in `texts.de.ts` and `texts.en.ts` and announces them:
 * `declare module '../../i18n/texts' { interface Texts { catalogue: typeof de } }`.
 */
export interface Texts {
  app: typeof app;
}

const germanFiles = import.meta.glob<{ de: object }>('../{app,features/*}/texts.de.ts', { eager: true });
const englishFiles = import.meta.glob<{ en: object }>('../{app,features/*}/texts.en.ts', { eager: true });

/** The folder of a file names its texts. */
const byFolder = <T>(files: Record<string, T>, texts: (file: T) => object): Record<string, object> =>
  Object.fromEntries(Object.entries(files).map(([path, file]) => [path.split('/').at(-2) ?? path, texts(file)]));

export const german = byFolder(germanFiles, (file) => file.de);
export const english = byFolder(englishFiles, (file) => file.en);
