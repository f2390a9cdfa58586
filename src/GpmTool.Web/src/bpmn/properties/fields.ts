import { ListGroup } from '@bpmn-io/properties-panel';

import { formatShare, parseShare, timeFault } from '../gpm/checks';
import { changed, distributions, type Parameter, parameters, type Time } from '../gpm/content';
import { formatDuration, parseDuration } from '../gpm/durations';
import { formatMoney, parseMoney } from '../gpm/money';
import { choiceEntry, type Entry, formattedEntry, type Section, textEntry } from './entries';
import { fill, language, words } from './texts';

/** A time: which kind, and the values that this kind needs. */
export function timeEntries(
  id: string,
  label: string,
  time: { read: () => Time | undefined; write: (time: Time | undefined) => void },
  withHint = true,
): Entry[] {
  const w = words();
  const kind = time.read()?.kind ?? 'constant';
  const names = parameters[kind] as readonly Parameter[];
  return [
    choiceEntry({
      id: `${id}-kind`,
      label: fill(w.distribution, { time: label }),
      options: distributions.map((value) => ({ value, label: w.distributions[value] })),
      get: () => time.read()?.kind ?? 'constant',
      set: (chosen) => {
        time.write(ofKind(chosen, time.read()));
      },
    }),
    ...names.map((name, at) =>
      formattedEntry({
        id: `${id}-${name}`,
        label: fill(w.parameters[name], { time: label }),
        description: withHint && at === 0 ? w.timeHint : undefined,
        get: () => shown(time.read()?.[name]),
        set: (typed) => {
          const value = typed === undefined ? undefined : (parseDuration(typed) ?? undefined);
          const next = changed<Time>(time.read() ?? { kind }, { [name]: value });
          time.write(names.every((one) => next[one] === undefined) ? undefined : next);
        },
        fault: (typed) => timeFieldFault(name, typed, time.read()),
      }),
    ),
  ];
}

/** What is wrong with one value of a time, seen together with the others. */
export function timeFieldFault(name: Parameter, typed: string | undefined, time: Time | undefined): string | undefined {
  const w = words();
  const names = time === undefined ? [] : (parameters[time.kind] as readonly Parameter[]);
  if (typed === undefined)
    return names.some((one) => one !== name && time?.[one] !== undefined) ? w.timeMissing : undefined;
  const parsed = parseDuration(typed);
  if (parsed === null) return w.timeFault;
  if (time === undefined || (time.kind !== 'uniform' && time.kind !== 'triangular')) return undefined;
  return timeFault({ ...time, [name]: parsed }) === 'order' ? w.timeOrder : undefined;
}

const shown = (stored: string | undefined) => (stored === undefined ? undefined : formatDuration(stored, language()));

/** The same time as another kind: nothing that was recorded is lost, and no value is left open that can be filled. */
export function ofKind(kind: Time['kind'], before: Time | undefined): Time | undefined {
  if (before === undefined) return kind === 'constant' ? undefined : { kind };
  const centre = before.value ?? before.mode ?? before.mean ?? before.min ?? before.max;
  const start: Partial<Record<Parameter, string | undefined>> = {
    value: centre,
    min: before.min ?? centre,
    mode: centre,
    max: before.max ?? centre,
    mean: centre,
    standardDeviation: before.standardDeviation ?? 'PT0S',
  };
  return changed<Time>(
    { kind },
    Object.fromEntries((parameters[kind] as readonly Parameter[]).map((name) => [name, start[name]])),
  );
}

export function moneyEntry(
  id: string,
  label: string,
  get: () => string | undefined,
  set: (value: string | undefined) => void,
): Entry {
  const w = words();
  return formattedEntry({
    id,
    label,
    description: w.costHint,
    get: () => {
      const stored = get();
      return stored === undefined ? undefined : formatMoney(stored, language());
    },
    set: (typed) => {
      set(typed === undefined ? undefined : (parseMoney(typed) ?? undefined));
    },
    fault: (typed) => (typed === undefined || parseMoney(typed) !== null ? undefined : w.costFault),
  });
}

/** A share in percent. */
export function shareEntry(
  id: string,
  label: string,
  description: string | undefined,
  get: () => number | undefined,
  set: (share: number | undefined) => void,
): Entry {
  return formattedEntry({
    id,
    label,
    description,
    get: () => {
      const share = get();
      return share === undefined ? undefined : formatShare(share, language());
    },
    set: (typed) => {
      set(typed === undefined ? undefined : (parseShare(typed) ?? undefined));
    },
    fault: (typed) => (typed === undefined || parseShare(typed) !== null ? undefined : words().shareFault),
  });
}

interface ListOf<T> {
  id: string;
  label: string;
  list: () => readonly T[];
  write: (list: T[]) => void;
  added: T;
  title: (one: T) => string | undefined;
  entries: (prefix: string, get: () => T, set: (part: { [Name in keyof T]?: T[Name] | undefined }) => void) => Entry[];
}

/** A section with any number of entries of the same form. */
export function listSection<T extends object>({ id, label, list, write, added, title, entries }: ListOf<T>): Section {
  return {
    id,
    label,
    component: ListGroup,
    add: (event) => {
      event.stopPropagation();
      write([...list(), added]);
    },
    items: list().map((one, at) => {
      const prefix = `${id}-${String(at)}`;
      const get = () => list()[at] ?? added;
      const fields = entries(prefix, get, (part) => {
        write(list().map((other, i) => (i === at ? changed<T>(other, part) : other)));
      });
      return {
        id: prefix,
        label: title(one) ?? words().unnamed,
        entries: fields,
        autoFocusEntry: fields[0]?.id ?? prefix,
        remove: (event) => {
          event.stopPropagation();
          write(list().filter((_, i) => i !== at));
        },
      };
    }),
  };
}

/** The name of an entry of a list, without which it says nothing. */
export function nameEntry(
  id: string,
  label: string,
  get: () => string,
  set: (name: string) => void,
  description?: string,
): Entry {
  return textEntry({
    id,
    label,
    description,
    get,
    set: (name) => {
      set(name ?? '');
    },
    fault: (typed) => (typed === undefined ? words().nameMissing : undefined),
  });
}

export const titled = (name: string) => (name === '' ? undefined : name);
