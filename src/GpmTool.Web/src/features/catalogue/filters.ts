import type { paths } from '../../api/schema';

type Query = NonNullable<paths['/api/v1/processes']['get']['parameters']['query']>;
export type State = NonNullable<Query['state']>;

export const states = [
  'draft',
  'methodReview',
  'coSignature',
  'approved',
  'published',
  'rollingOut',
  'inForce',
  'superseded',
  'withdrawn',
] as const satisfies State[];

/** What the address says about the list, as the API wants it. */
export function filtersOf(search: URLSearchParams): Query {
  const { q, field, group, authority, state } = Object.fromEntries(search);
  const known = states.find((item) => item === state);
  return {
    ...(q ? { search: q } : {}),
    ...(field ? { policyField: field } : {}),
    ...(group ? { group } : {}),
    ...(authority ? { authority } : {}),
    ...(known ? { state: known } : {}),
  };
}

export const hasFilters = (search: URLSearchParams) => Object.keys(filtersOf(search)).length > 0;

/** The same address without search and filters. */
export const noFilters = { q: '', field: '', group: '', authority: '', state: '' };
