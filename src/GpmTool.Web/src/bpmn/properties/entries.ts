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
import { useService } from 'bpmn-js-properties-panel';

import type { Drawn } from '../services';

/** One input of the panel. */
export interface Entry {
  id: string;
  component: PanelComponent;
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
  get: () => string | undefined;
  set: (value: string | undefined) => void;
  /** What is wrong with what was typed. */
  fault?: (typed: string | undefined) => string | undefined;
}

interface Props {
  element: Drawn;
  id: string;
}

/** A line of text, taken over while somebody types. */
export function textEntry(field: TextField): Entry {
  return { id: field.id, component: typedComponent(field, 'debounceInput'), isEdited: isTextFieldEntryEdited };
}

/** A line that is taken over when it is left, because it is then written another way ("90 min" becomes "1 h 30 min"). */
export function formattedEntry(field: TextField): Entry {
  return { id: field.id, component: typedComponent(field, null), isEdited: isTextFieldEntryEdited };
}

function typedComponent(field: TextField, debouncing: string | null): PanelComponent {
  return function TypedText({ element, id }: Props) {
    // eslint-disable-next-line react-hooks/rules-of-hooks -- it is chosen once, when the entry is made
    const debounce = debouncing === null ? onLeaving : useService(debouncing);
    return TextFieldEntry({
      element,
      id,
      label: field.label,
      description: field.description,
      debounce,
      getValue: () => field.get() ?? '',
      setValue: (value: string | undefined, error?: string | null) => {
        if (error === null || error === undefined) field.set(emptied(value));
      },
      validate: field.fault === undefined ? undefined : (typed: string | undefined) => field.fault?.(emptied(typed)),
    });
  };
}

/** Several lines of text. */
export function areaEntry(field: TextField & { rows?: number }): Entry {
  return {
    id: field.id,
    isEdited: isTextAreaEntryEdited,
    component: function Area({ element, id }: Props) {
      return TextAreaEntry({
        element,
        id,
        label: field.label,
        description: field.description,
        debounce: useService('debounceInput'),
        rows: field.rows ?? 4,
        autoResize: true,
        getValue: () => field.get() ?? '',
        setValue: (value: string | undefined) => {
          field.set(emptied(value));
        },
      });
    },
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
export function choiceEntry<T extends string>(choice: Choice<T>): Entry {
  return {
    id: choice.id,
    isEdited: isSelectEntryEdited,
    component: function ChoiceOfOne({ element, id }: Props) {
      return SelectEntry({
        element,
        id,
        label: choice.label,
        getOptions: () => [...choice.options],
        getValue: choice.get,
        setValue: choice.set,
      });
    },
  };
}

/** Yes or no. */
export function checkEntry(check: {
  id: string;
  label: string;
  get: () => boolean;
  set: (value: boolean) => void;
}): Entry {
  return {
    id: check.id,
    isEdited: isCheckboxEntryEdited,
    component: function YesOrNo({ element, id }: Props) {
      return CheckboxEntry({ element, id, label: check.label, getValue: check.get, setValue: check.set });
    },
  };
}

/** What the panel calls "debounced": nothing happens while somebody types. Leaving the field takes it over in any case. */
function onLeaving() {
  return () => {
    // Nothing yet.
  };
}

const emptied = (value: string | undefined) => (value === undefined || value.trim() === '' ? undefined : value);
