import type { Moddle, ModdleReader } from './services';

const key = 'gpm.clipboard';

/**
 * bpmn-js' clipboard, shared by all tabs of the browser: what is copied in one model can be pasted into another. Models hold
 * each other's elements by reference, so what comes from another tab is made anew for this one.
 */
export class SharedClipboard {
  static $inject = ['moddle'];

  private own: unknown;
  private written: string | null = null;

  constructor(private readonly moddle: ModdleReader) {}

  get(): unknown {
    const stored = read();
    if (stored === null || stored === this.written) return this.own;
    return JSON.parse(stored, reviver(this.moddle)) as unknown;
  }

  set(copied: unknown): void {
    this.own = copied;
    this.written = null;
    try {
      const text = JSON.stringify(copied);
      localStorage.setItem(key, text);
      this.written = text;
    } catch {
      // No storage, or no room in it: the copy works within this tab only, and an older one must not come back.
      forget();
    }
  }

  clear(): unknown {
    const copied = this.get();
    this.own = undefined;
    forget();
    return copied;
  }

  isEmpty(): boolean {
    return this.get() === undefined;
  }
}

/** Makes elements of the model of what was written as plain data; the same element only once. */
function reviver(moddle: ModdleReader) {
  const made = new Map<string, Moddle>();
  return (_: string, value: unknown): unknown => {
    if (typeof value !== 'object' || value === null || !('$type' in value) || typeof value.$type !== 'string')
      return value;
    const { $type, ...attributes } = value as { $type: string; id?: unknown };
    const id = typeof attributes.id === 'string' ? attributes.id : undefined;
    const known = id === undefined ? undefined : made.get(id);
    if (known !== undefined) return known;
    const element = moddle.create($type, attributes);
    for (const child of Object.values(attributes).flat()) {
      if (typeof child === 'object' && child !== null && '$type' in child) (child as Moddle).$parent = element;
    }
    if (id !== undefined) made.set(id, element);
    return element;
  };
}

function read(): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function forget(): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // Nothing was stored, either.
  }
}

export const sharedClipboardModule = { clipboard: ['type', SharedClipboard] };
