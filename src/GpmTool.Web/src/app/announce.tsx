import { useSyncExternalStore } from 'react';

let text = '';
const listeners = new Set<() => void>();

/** Says something to screen readers without moving anybody's focus: "17 Prozesse gefunden", "Gespeichert". */
export function announce(words: string): void {
  // The same words twice are a change only if they differ: a no-break space is not read out.
  text = words === text ? `${words}\u00a0` : words;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The live region that `announce` speaks through; once, in the frame. */
export function LiveRegion() {
  const words = useSyncExternalStore(subscribe, () => text);
  return (
    <div className="kern-sr-only" role="status" data-live="">
      {words}
    </div>
  );
}
