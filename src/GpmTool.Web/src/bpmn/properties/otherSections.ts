import { Group } from '@bpmn-io/properties-panel';

import { formatShare, parseNumber } from '../gpm/checks';
import { media, type Medium, type ProcessContent } from '../gpm/content';
import { readShare } from '../gpm/reading';
import type { Drawn } from '../services';
import { text } from '../services';
import { areaEntry, choiceEntry, formattedEntry, type Section, textEntry } from './entries';
import { listSection, moneyEntry, nameEntry, shareEntry, timeEntries } from './fields';
import { fill, language, words } from './texts';

interface Access<T> {
  read(): T;
  write(value: T): void;
}

/** The share of each way out of a split, with their sum. */
export function sharesSection(flows: Drawn[], write: (flow: Drawn, share: number | undefined) => void): Section {
  const w = words();
  return {
    id: 'gpm-shares',
    label: w.shares,
    component: Group,
    shouldOpen: true,
    entries: flows.map((flow, at) =>
      shareEntry(
        `gpm-share-${flow.id}`,
        nameOfWay(flow),
        at === flows.length - 1 ? sumOfShares(flows) : undefined,
        () => readShare(flow.businessObject),
        (share) => {
          write(flow, share);
        },
      ),
    ),
  };
}

/** What the shares of the ways out of one node add up to, and whether that is right. */
export function sumOfShares(flows: Drawn[]): string {
  const w = words();
  const shares = flows.map((flow) => readShare(flow.businessObject));
  const sum = shares.reduce<number>((all, share) => all + (share ?? 0), 0);
  const shown = formatShare(sum, language());
  const open = shares.filter((share) => share === undefined).length;
  if (open > 0) return fill(w.shareOpen, { sum: shown, count: open });
  return fill(Math.abs(sum - 1) < 1e-6 ? w.shareSum : w.shareSumWrong, { sum: shown });
}

/** Condition and share of one flow. */
export function flowSection(
  flow: Drawn,
  share: Access<number | undefined>,
  condition: Access<string | undefined>,
): Section {
  const w = words();
  const siblings = flow.source?.outgoing?.filter((one) => one.type === 'bpmn:SequenceFlow') ?? [];
  return {
    id: 'gpm-flow',
    label: w.flow,
    component: Group,
    shouldOpen: true,
    entries: [
      textEntry({
        id: 'gpm-condition',
        label: w.condition,
        description: w.conditionHint,
        get: () => condition.read(),
        set: (value) => {
          condition.write(value);
        },
      }),
      shareEntry(
        'gpm-share',
        w.share,
        siblings.length > 1 ? sumOfShares(siblings) : undefined,
        () => share.read(),
        (value) => {
          share.write(value);
        },
      ),
    ],
  };
}

export function laneSection(unit: Access<string | undefined>): Section {
  const w = words();
  return {
    id: 'gpm-lane',
    label: w.lane,
    component: Group,
    shouldOpen: true,
    entries: [
      textEntry({
        id: 'gpm-lane-unit',
        label: w.organisationUnit,
        get: () => unit.read(),
        set: (value) => {
          unit.write(value);
        },
      }),
    ],
  };
}

export function dataSection(medium: Access<Medium>): Section {
  const w = words();
  return {
    id: 'gpm-data',
    label: w.data,
    component: Group,
    shouldOpen: true,
    entries: [
      choiceEntry({
        id: 'gpm-data-medium',
        label: w.medium,
        options: media.map((value) => ({ value, label: w.media[value] })),
        get: () => medium.read(),
        set: (value) => {
          medium.write(value);
        },
      }),
    ],
  };
}

export function callSection(process: Access<string | undefined>): Section {
  const w = words();
  return {
    id: 'gpm-call',
    label: w.call,
    component: Group,
    shouldOpen: true,
    entries: [
      textEntry({
        id: 'gpm-called-process',
        label: w.calledProcess,
        description: w.calledProcessHint,
        get: () => process.read(),
        set: (value) => {
          process.write(value);
        },
      }),
    ],
  };
}

/** Key figures of a process: how many cases, and who works in it. */
export function processSections(process: Access<ProcessContent>): Section[] {
  const w = words();
  const write = (part: { [Name in keyof ProcessContent]?: ProcessContent[Name] | undefined }) => {
    process.write({ ...process.read(), ...part } as ProcessContent);
  };
  return [
    {
      id: 'gpm-process',
      label: w.process,
      component: Group,
      shouldOpen: true,
      entries: [
        formattedEntry({
          id: 'gpm-cases',
          label: w.casesPerYear,
          get: () =>
            process.read().casesPerYear?.toLocaleString(language(), { useGrouping: false, maximumFractionDigits: 6 }),
          set: (typed) => {
            write({ casesPerYear: typed === undefined ? undefined : (parseNumber(typed) ?? undefined) });
          },
          fault: numberFault,
        }),
        ...timeEntries('gpm-arrivals', w.arrivals, {
          read: () => process.read().arrivals,
          write: (arrivals) => {
            write({ arrivals });
          },
        }),
      ],
    },
    listSection({
      id: 'gpm-staffing',
      label: w.staffing,
      list: () => process.read().staffing,
      write: (staffing) => {
        write({ staffing });
      },
      added: { role: '', fullTimeEquivalents: 1 },
      title: (one) => (one.role === '' ? undefined : one.role),
      entries: (prefix, get, set) => [
        nameEntry(
          `${prefix}-role`,
          w.role,
          () => get().role,
          (role) => {
            set({ role });
          },
        ),
        formattedEntry({
          id: `${prefix}-fte`,
          label: w.fullTimeEquivalents,
          get: () =>
            get().fullTimeEquivalents.toLocaleString(language(), { useGrouping: false, maximumFractionDigits: 6 }),
          set: (typed) => {
            set({ fullTimeEquivalents: typed === undefined ? 0 : (parseNumber(typed) ?? 0) });
          },
          fault: numberFault,
        }),
        moneyEntry(
          `${prefix}-wage`,
          w.wagePerHour,
          () => get().wagePerHour,
          (wagePerHour) => {
            set({ wagePerHour });
          },
        ),
      ],
    }),
  ];
}

/** What is said about the model as a whole. */
export function modelSection(description: Access<string | undefined>): Section {
  const w = words();
  return {
    id: 'gpm-model',
    label: w.model,
    component: Group,
    entries: [
      areaEntry({
        id: 'gpm-model-description',
        label: w.modelDescription,
        get: () => description.read(),
        set: (value) => {
          description.write(value);
        },
      }),
    ],
  };
}

const numberFault = (typed: string | undefined) =>
  typed === undefined || parseNumber(typed) !== null ? undefined : words().numberFault;

function nameOfWay(flow: Drawn): string {
  const w = words();
  return (
    text(flow.businessObject, 'name') ??
    fill(w.wayTo, { target: text(flow.target?.businessObject, 'name') ?? w.unnamed })
  );
}
