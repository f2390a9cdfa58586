/** What of the page stands in its address, so that every state can be sent as a link. */

/** One side: a model, and its version; without a number the newest. */
export interface Side {
  modelId: string;
  version: number | null;
}

export type View = 'side' | 'stack' | 'overlay';
export type Grouping = 'section' | 'tone' | 'role';

export interface Filter {
  tones: readonly string[];
  subjects: readonly string[];
  role: string;
  text: string;
  /** Whether joins, messages and single flows are left out. */
  mainOnly: boolean;
  /** Whether details for those who maintain the files are shown, too. */
  technical: boolean;
}

export interface PageState {
  left: Side | null;
  right: Side | null;
  operation: string | null;
  view: View;
  /** 0: only the first drawing; 100: only the second. */
  blend: number;
  isLocked: boolean;
  grouping: Grouping;
  filter: Filter;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export function readSide(text: string | null): Side | null {
  if (text === null) return null;
  const [modelId = '', number, ...more] = text.split('@');
  if (!uuid.test(modelId) || more.length > 0) return null;
  if (number === undefined || number === '') return { modelId, version: null };
  return /^[1-9]\d{0,8}$/.test(number) ? { modelId, version: Number(number) } : null;
}

export const writeSide = (side: Side) =>
  side.version === null ? side.modelId : `${side.modelId}@${String(side.version)}`;

const oneOf = <T extends string>(known: readonly T[], text: string | null, otherwise: T) =>
  known.find((word) => word === text) ?? otherwise;

const words = (text: string | null) => (text === null ? [] : text.split(',').filter((word) => word !== ''));

export const views: readonly View[] = ['side', 'stack', 'overlay'];
export const groupings: readonly Grouping[] = ['section', 'tone', 'role'];

export function readState(query: URLSearchParams): PageState {
  const blend = query.get('blend') ?? '';
  return {
    left: readSide(query.get('left')),
    right: readSide(query.get('right')),
    operation: query.get('operation'),
    view: oneOf(views, query.get('view'), 'side'),
    blend: /^\d{1,3}$/.test(blend) ? Math.min(100, Number(blend)) : 50,
    isLocked: query.get('locked') !== 'no',
    grouping: oneOf(groupings, query.get('group'), 'section'),
    filter: {
      tones: words(query.get('tone')),
      subjects: words(query.get('subject')),
      role: query.get('role') ?? '',
      text: query.get('text') ?? '',
      mainOnly: query.get('details') === 'main',
      technical: query.get('details') === 'technical',
    },
  };
}

/** The address of a state; what is as usual is left out. */
export function writeState(state: PageState): URLSearchParams {
  const query = new URLSearchParams();
  const put = (name: string, value: string, usual = '') => {
    if (value !== usual) query.set(name, value);
  };
  if (state.left !== null) query.set('left', writeSide(state.left));
  if (state.right !== null) query.set('right', writeSide(state.right));
  put('operation', state.operation ?? '');
  put('view', state.view, 'side');
  put('blend', String(state.blend), '50');
  put('locked', state.isLocked ? '' : 'no');
  put('group', state.grouping, 'section');
  put('tone', state.filter.tones.join(','));
  put('subject', state.filter.subjects.join(','));
  put('role', state.filter.role);
  put('text', state.filter.text);
  put('details', state.filter.technical ? 'technical' : state.filter.mainOnly ? 'main' : '');
  return query;
}

/** The link to one difference: both sides with their numbers, and nothing of how the page looks just now. */
export const linkTo = (left: Side, right: Side, operation: string) =>
  new URLSearchParams({ left: writeSide(left), right: writeSide(right), operation }).toString();
