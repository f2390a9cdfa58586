/** What our elements say, as plain data: the words of Schema/gpm.xsd and of the API's GPM view. */

export const distributions = ['constant', 'uniform', 'triangular', 'exponential', 'normal', 'lognormal'] as const;
export type Distribution = (typeof distributions)[number];

export const media = ['unspecified', 'paper', 'digital', 'verbal'] as const;
export type Medium = (typeof media)[number];

export const automations = ['manual', 'supported', 'automatic'] as const;
export type Automation = (typeof automations)[number];

export const raciKinds = ['responsible', 'accountable', 'consulted', 'informed'] as const;
export type RaciKind = (typeof raciKinds)[number];

export const directions = ['input', 'output'] as const;
export type Direction = (typeof directions)[number];

/** The parameters that a kind of time has, in the order in which people are asked for them. */
export const parameters = {
  constant: ['value'],
  uniform: ['min', 'max'],
  triangular: ['min', 'mode', 'max'],
  exponential: ['mean'],
  normal: ['mean', 'standardDeviation'],
  lognormal: ['mean', 'standardDeviation'],
} as const satisfies Record<Distribution, readonly Parameter[]>;

export type Parameter = 'value' | 'min' | 'mode' | 'max' | 'mean' | 'standardDeviation';

export type Time = { kind: Distribution } & Partial<Record<Parameter, string>>;

export interface DocumentUse {
  name: string;
  direction: Direction;
  medium: Medium;
  form?: string;
}

export interface LegalBasis {
  citation: string;
  verified: boolean;
  link?: string;
}

export interface Responsibility {
  role: string;
  kind: RaciKind;
}

export interface Risk {
  description: string;
  control?: string;
}

/** What is recorded about a step; what is missing was not recorded. */
export interface Step {
  role?: string;
  organisationUnit?: string;
  cost?: string;
  rag?: number;
  automation?: Automation;
  description?: string;
  processingTime?: Time;
  waitingTime?: Time;
  transportTime?: Time;
  systems: string[];
  documents: DocumentUse[];
  legalBases: LegalBasis[];
  responsibilities: Responsibility[];
  risks: Risk[];
}

export const emptyStep: Step = { systems: [], documents: [], legalBases: [], responsibilities: [], risks: [] };

export interface Staffing {
  role: string;
  fullTimeEquivalents: number;
  wagePerHour?: string;
}

/** What is recorded about a process. */
export interface ProcessContent {
  casesPerYear?: number;
  arrivals?: Time;
  staffing: Staffing[];
}

/** `part` laid over `whole`; members that are undefined are taken away. */
export function changed<T extends object>(whole: T, part: { [K in keyof T]?: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries({ ...whole, ...part }).filter(([, value]) => value !== undefined)) as T;
}

/** Whether nothing is recorded. */
export const isEmpty = (content: object): boolean =>
  Object.values(content).every((value) => value === undefined || (Array.isArray(value) && value.length === 0));
