import type { Schema } from '../../api/client';

export type Ist = Schema['MapIst'];
export type Soll = Schema['MapSoll'];

export const istStates = ['recorded', 'inWork', 'missing'] as const;
export type IstState = (typeof istStates)[number];

export const sollStates = ['missing', 'inWork', 'approved', 'published', 'inForce', 'withdrawn'] as const;
export type SollState = (typeof sollStates)[number];

/** The signs of the map: told apart without colours, and explained in its legend. */
export const signs: Record<IstState | SollState, string> = {
  recorded: '✓',
  inWork: '✎',
  missing: '–',
  approved: '◇',
  published: '◆',
  inForce: '★',
  withdrawn: '✕',
};

export function istState(ist: Ist | undefined): IstState {
  if (ist === undefined) return 'missing';
  return ist.hasDraft ? 'inWork' : 'recorded';
}

/** The nine states of a Soll in the six that say how far it is; the page of the process names the exact one. */
export function sollState(soll: Soll | null | undefined): SollState {
  if (soll === null || soll === undefined) return 'missing';
  switch (soll.state) {
    case 'draft':
    case 'methodReview':
    case 'coSignature':
      return soll.publication === null || soll.publication === undefined ? 'inWork' : 'published';
    case 'approved':
    case 'withdrawn':
    case 'inForce':
      return soll.state;
    case 'published':
    case 'rollingOut':
    case 'superseded':
      return 'published';
  }
}
