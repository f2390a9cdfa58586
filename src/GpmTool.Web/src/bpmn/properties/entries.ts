import {
  CheckboxEntry,
  isCheckboxEntryEdited,
  isSelectEntryEdited,
  isTextAreaEntryEdited,
  isTextFieldEntryEdited,
  type PanelComponent,
  SelectEntry,
  TextAreaEntry,
  TextFieldEntry,
} from '@bpmn-io/properties-panel';
import { useMemo } from '@bpmn-io/properties-panel/preact/hooks';
import { useService } from 'bpmn-js-properties-panel';

import { translate } from '../language/translation';
import type { Drawn } from '../services';

/** One input of the panel. Its component has to be the same at each rendering: another one would take the focus away. */
export interface Entry {
  id: string;
  component: PanelComponent;
  field: unknown;
  isEdited?: (node: unknown) => boolean;
}

/** A section of the panel. */
export interface Section {
  id: string;
  label: string;
  component: PanelComponent;
  entries?: Entry[];
  items?: { id: string; label: string; entries: Entry[]; autoFocusEntry: string; remove: (event: Event) => void }[];
  add?: (event: Event) => void;
  shouldOpen?: boolean;
}

interface TextField {
  id: string;
  label: string;
  description?: string | undefined;
  rows?: number;
  get: () => string | undefined;
  set: (value: string | undefined) => void;
  /** What is wrong with what was typed. */
  fault?: (typed: string | undefined) => string | undefined;
}

interface Props<T> {
  element: Drawn;
  id: string;
  field: T;
}

/** A line of text, taken over while somebody types. */
export const textEntry = (field: TextField): Entry => ({
  id: field.id,
  component: TypedText,
  field,
  isEdited: isTextFieldEntryEdited,
});

/** A line that is taken over when it is left, because it is then written another way ("90 min" becomes "1 h 30 min"). */
export const formattedEntry = (field: TextField): Entry => ({
  id: field.id,
  component: FormattedText,
  field,
  isEdited: isTextFieldEntryEdited,
});

/** Several lines of text. */
export const areaEntry = (field: TextField): Entry => ({
  id: field.id,
  component: Area,
  field,
  isEdited: isTextAreaEntryEdited,
});

function TypedText(props: Props<TextField>) {
  return TextFieldEntry({ ...textProps(props, useFault(props)), debounce: useService('debounceInput') });
}

function FormattedText(props: Props<TextField>) {
  return TextFieldEntry({ ...textProps(props, useFault(props)), debounce: onLeaving });
}

function Area({ element, id, field }: Props<TextField>) {
  return TextAreaEntry({
    element,
    id,
    label: field.label,
    description: field.description,
    debounce: useService('debounceInput'),
    rows: field.rows ?? 4,
    autoResize: true,
    translate,
    getValue: () => field.get() ?? '',
    setValue: (value: string | undefined) => {
      field.set(emptied(value));
    },
  });
}

/** The panel looks anew at what is stored whenever this is another function, and forgets what was typed wrongly. */
function useFault({ element, field }: Props<TextField>) {
  return useMemo(
    () => (typed: string | undefined) => field.fault?.(emptied(typed)),
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the field of an element asks the model each time
    [element],
  );
}

function textProps(
  { element, id, field }: Props<TextField>,
  validate: (typed: string | undefined) => string | undefined,
) {
  return {
    element,
    id,
    label: field.label,
    description: field.description,
    getValue: () => field.get() ?? '',
    setValue: (value: string | undefined, error?: string | null) => {
      if (error === null || error === undefined) field.set(emptied(value));
    },
    validate,
  };
}

interface Choice<T extends string> {
  id: string;
  label: string;
  options: readonly { value: T; label: string }[];
  get: () => T;
  set: (value: T) => void;
}

/** One of several words. */
export const choiceEntry = <T extends string>(choice: Choice<T>): Entry => ({
  id: choice.id,
  component: ChoiceOfOne,
  field: choice,
  isEdited: isSelectEntryEdited,
});

function ChoiceOfOne({ element, id, field }: Props<Choice<string>>) {
  return SelectEntry({
    element,
    id,
    label: field.label,
    getOptions: () => [...field.options],
    getValue: field.get,
    setValue: field.set,
  });
}

interface Check {
  id: string;
  label: string;
  get: () => boolean;
  set: (value: boolean) => void;
}

/** Yes or no. */
export const checkEntry = (check: Check): Entry => ({
  id: check.id,
  component: YesOrNo,
  field: check,
  isEdited: isCheckboxEntryEdited,
});

function YesOrNo({ element, id, field }: Props<Check>) {
  return CheckboxEntry({ element, id, label: field.label, getValue: field.get, setValue: field.set });
}

/** What the panel calls "debounced": nothing happens while somebody types. Leaving the field takes it over in any case. */
function onLeaving() {
  return () => {
    // Nothing yet.
  };
}

const emptied = (value: string | undefined) => (value === undefined || value.trim() === '' ? undefined : value);
