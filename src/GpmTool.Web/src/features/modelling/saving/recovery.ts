/** Unsaved work that a browser keeps: of one person, one model and one tab. */
export interface Copy {
  key: string;
  xml: string;
  /** What the work began with, and its tag; empty when there was no room for it. */
  base: string;
  etag: string;
  /** The number of the draft. */
  version: number;
  at: string;
}

const prefix = 'gpm.recovery';

/** Of one tab: two tabs on the same model must not overwrite each other's work. */
const tab = Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => byte.toString(16).padStart(2, '0')).join(
  '',
);

const start = (account: string, model: string) => `${prefix}.${account}.${model}.`;

/** Keeps work; false when the browser has no room or forbids it. */
export function keepCopy(account: string, model: string, copy: Omit<Copy, 'key' | 'at'>): boolean {
  const key = start(account, model) + tab;
  const text = (base: string) => JSON.stringify({ ...copy, base, at: new Date().toISOString() });
  return store(key, text(copy.base)) || store(key, text(''));
}

/** Forgets the work of this tab. */
export function forgetOwnCopy(account: string, model: string): void {
  forgetCopy(start(account, model) + tab);
}

export function forgetCopy(key: string): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // Nothing was kept.
  }
}

/** What was kept of a model, newest first. */
export function copiesOf(account: string, model: string): Copy[] {
  try {
    return Object.keys(localStorage)
      .filter((key) => key.startsWith(start(account, model)))
      .flatMap((key) => parse(key, localStorage.getItem(key)))
      .sort((one, other) => other.at.localeCompare(one.at));
  } catch {
    return [];
  }
}

function store(key: string, text: string): boolean {
  try {
    localStorage.setItem(key, text);
    return true;
  } catch {
    return false;
  }
}

function parse(key: string, text: string | null): Copy[] {
  try {
    const copy = JSON.parse(text ?? '') as Partial<Copy>;
    const { xml, base, etag, version, at } = copy;
    const isWhole =
      typeof xml === 'string' &&
      typeof base === 'string' &&
      typeof etag === 'string' &&
      typeof version === 'number' &&
      typeof at === 'string';
    return isWhole ? [{ key, xml, base, etag, version, at }] : [];
  } catch {
    return [];
  }
}
