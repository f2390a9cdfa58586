import { child, children, type Moddle, text } from '../services';
import {
  type Automation,
  automations,
  changed,
  directions,
  type Distribution,
  distributions,
  type DocumentUse,
  emptyStep,
  type LegalBasis,
  media,
  type Medium,
  type Parameter,
  parameters,
  type ProcessContent,
  raciKinds,
  type Risk,
  type Staffing,
  type Step,
  type Time,
} from './content';

/** Our element of that type on an element of the model. */
export function own(model: Moddle | undefined, type: string): Moddle | undefined {
  return children(child(model, 'extensionElements'), 'values').find((value) => value.$instanceOf(type));
}

/** What is recorded about a step. */
export function readStep(model: Moddle): Step {
  const step = own(model, 'gpm:Step');
  if (step === undefined) return emptyStep;
  const rag = step.get('rag');
  return changed<Step>(emptyStep, {
    role: text(step, 'role'),
    organisationUnit: text(step, 'organisationUnit'),
    cost: text(step, 'cost'),
    rag: typeof rag === 'number' ? rag : undefined,
    automation: word<Automation>(step, 'automation', automations),
    description: text(child(step, 'description'), 'text'),
    processingTime: readTime(child(step, 'processingTime')),
    waitingTime: readTime(child(step, 'waitingTime')),
    transportTime: readTime(child(step, 'transportTime')),
    systems: children(step, 'systems').map((one) => text(one, 'name') ?? ''),
    documents: children(step, 'documents').map((one) =>
      changed<DocumentUse>(
        {
          name: text(one, 'name') ?? '',
          direction: word(one, 'direction', directions) ?? 'input',
          medium: word(one, 'medium', media) ?? 'unspecified',
        },
        { form: text(one, 'form') },
      ),
    ),
    legalBases: children(step, 'legalBases').map((one) =>
      changed<LegalBasis>(
        { citation: text(one, 'citation') ?? '', verified: one.get('verified') === true },
        { link: text(one, 'link') },
      ),
    ),
    responsibilities: children(step, 'responsibilities').map((one) => ({
      role: text(one, 'role') ?? '',
      kind: word(one, 'kind', raciKinds) ?? 'responsible',
    })),
    risks: children(step, 'risks').map((one) =>
      changed<Risk>({ description: text(one, 'description') ?? '' }, { control: text(one, 'control') }),
    ),
  });
}

/** What is recorded about a process. */
export function readProcess(model: Moddle): ProcessContent {
  const process = own(model, 'gpm:Process');
  return changed<ProcessContent>(
    { staffing: [] },
    {
      casesPerYear: number(process, 'casesPerYear'),
      arrivals: readTime(child(process, 'arrivals')),
      staffing: children(process, 'staffing').map((one) =>
        changed<Staffing>(
          { role: text(one, 'role') ?? '', fullTimeEquivalents: number(one, 'fullTimeEquivalents') ?? 0 },
          { wagePerHour: text(one, 'wagePerHour') },
        ),
      ),
    },
  );
}

/** The share of cases that take a flow, from 0 to 1. */
export const readShare = (flow: Moddle): number | undefined => number(own(flow, 'gpm:Flow'), 'probability');

export const readOrganisationUnit = (lane: Moddle): string | undefined =>
  text(own(lane, 'gpm:Lane'), 'organisationUnit');

export const readMedium = (data: Moddle): Medium =>
  word<Medium>(own(data, 'gpm:Data'), 'medium', media) ?? 'unspecified';

export const readCalledProcess = (activity: Moddle): string | undefined => text(own(activity, 'gpm:Call'), 'process');

function readTime(time: Moddle | undefined): Time | undefined {
  const kind = word<Distribution>(time, 'kind', distributions);
  if (kind === undefined) return undefined;
  return changed<Time>(
    { kind },
    Object.fromEntries((parameters[kind] as readonly Parameter[]).map((name) => [name, text(time, name)])),
  );
}

function word<T extends string>(model: Moddle | undefined, name: string, words: readonly T[]): T | undefined {
  const value = text(model, name);
  return words.find((one) => one === value);
}

function number(model: Moddle | undefined, name: string): number | undefined {
  const value = model?.get(name);
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}
