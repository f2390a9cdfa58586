import { isRecord } from '../../api/http';

/** The answer of `GET /api/v1/overview`. */
export interface Overview {
  policyFields: number;
  processGroups: number;
  authorities: number;
  processes: number;
  istModels: number;
  sollModels: number;
  publications: number;
  items: OverviewItem[];
}

export interface OverviewItem {
  key: string;
  name: string;
  group: string;
  policyField: string;
  istAuthorities: string[];
  soll: SollState | null;
}

export interface SollState {
  version: number;
  state: string;
  published: boolean;
}

/** The counts in the order in which the page shows them. */
export const countNames = [
  'policyFields',
  'processGroups',
  'authorities',
  'processes',
  'istModels',
  'sollModels',
  'publications',
] as const;

export function isOverview(value: unknown): value is Overview {
  return (
    isRecord(value) &&
    countNames.every((name) => typeof value[name] === 'number') &&
    Array.isArray(value['items']) &&
    value['items'].every(isItem)
  );
}

function isItem(value: unknown): value is OverviewItem {
  return (
    isRecord(value) &&
    ['key', 'name', 'group', 'policyField'].every((name) => typeof value[name] === 'string') &&
    Array.isArray(value['istAuthorities']) &&
    value['istAuthorities'].every((name) => typeof name === 'string') &&
    (value['soll'] === null || isSoll(value['soll']))
  );
}

function isSoll(value: unknown): value is SollState {
  return (
    isRecord(value) &&
    typeof value['version'] === 'number' &&
    typeof value['state'] === 'string' &&
    typeof value['published'] === 'boolean'
  );
}
