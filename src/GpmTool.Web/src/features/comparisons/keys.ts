import { useEffect, useRef } from 'react';

export type KeyAction = 'next' | 'previous' | 'choose' | 'view' | 'fit' | 'close';

/** The keys of the page and what they do. */
export const keys: readonly { action: KeyAction; names: readonly string[] }[] = [
  { action: 'next', names: ['j', 'n'] },
  { action: 'previous', names: ['k', 'p'] },
  { action: 'choose', names: ['x'] },
  { action: 'view', names: ['v'] },
  { action: 'fit', names: ['0'] },
  { action: 'close', names: ['Esc'] },
];

const storageKey = 'gpm.comparison-keys';
const listeners = new Set<() => void>();

export function areKeysOn(): boolean {
  try {
    return localStorage.getItem(storageKey) !== 'off';
  } catch {
    return true;
  }
}

export function setKeysOn(isOn: boolean): void {
  try {
    localStorage.setItem(storageKey, isOn ? 'on' : 'off');
  } catch {
    // A browser that forbids storage keeps the keys.
  }
  for (const listener of listeners) listener();
}

export function subscribeToKeys(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

const inputs =
  'input:not([type="checkbox"], [type="radio"], [type="range"]), select, textarea, [contenteditable], dialog';

/** What a key asks for; undefined where it belongs to somebody else: to a field that is typed in, to the browser. */
export function actionOf(event: KeyboardEvent): KeyAction | undefined {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return undefined;
  if (event.target instanceof Element && event.target.closest(inputs) !== null) return undefined;
  if (event.key === 'Escape') return 'close';
  if (!areKeysOn()) return undefined;
  return keys.find(({ names }) => names.includes(event.key))?.action;
}

/** Listens to the keys of the page while it is there. */
export function useKeys(act: (action: KeyAction) => void): void {
  const latest = useRef(act);
  useEffect(() => {
    latest.current = act;
  });
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const action = actionOf(event);
      if (action === undefined) return;
      if (action !== 'close') event.preventDefault();
      latest.current(action);
    };
    window.addEventListener('keydown', pressed);
    return () => {
      window.removeEventListener('keydown', pressed);
    };
  }, []);
}
