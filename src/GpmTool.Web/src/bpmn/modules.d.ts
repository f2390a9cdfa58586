declare module 'bpmn-js-i18n/translations/de.js' {
  const texts: Record<string, string>;
  export default texts;
}

declare module 'diagram-js-minimap' {
  import type { ModuleDeclaration } from 'didi';
  const module: ModuleDeclaration;
  export default module;
}

declare module 'bpmn-moddle' {
  export const BpmnModdle: new (packages?: Record<string, unknown>) => unknown;
}

declare module 'bpmn-js-properties-panel' {
  import type { ModuleDeclaration } from 'didi';
  export const BpmnPropertiesPanelModule: ModuleDeclaration;
  export const BpmnPropertiesProviderModule: ModuleDeclaration;
  export function useService(name: string): unknown;
}

declare module '@bpmn-io/properties-panel' {
  /** A component of the panel's own renderer (Preact). */
  export type PanelComponent = (props: never) => unknown;

  export interface EntryProps {
    element: unknown;
    id: string;
    label: string;
    description?: string | undefined;
    getValue: () => unknown;
    setValue: (value: never, error?: string | null) => void;
    debounce?: unknown;
    validate?: ((value: never) => string | undefined) | undefined;
    disabled?: boolean;
    rows?: number;
    autoResize?: boolean;
    translate?: unknown;
    getOptions?: () => { value: string; label: string }[];
  }

  export const Group: PanelComponent;
  export const ListGroup: PanelComponent;
  export function TextFieldEntry(props: EntryProps): unknown;
  export function TextAreaEntry(props: EntryProps): unknown;
  export function SelectEntry(props: EntryProps): unknown;
  export function CheckboxEntry(props: EntryProps): unknown;
  export function isTextFieldEntryEdited(node: unknown): boolean;
  export function isTextAreaEntryEdited(node: unknown): boolean;
  export function isSelectEntryEdited(node: unknown): boolean;
  export function isCheckboxEntryEdited(node: unknown): boolean;
}

declare module '@bpmn-io/properties-panel/preact/hooks' {
  export function useMemo<T>(make: () => T, inputs: readonly unknown[]): T;
}
