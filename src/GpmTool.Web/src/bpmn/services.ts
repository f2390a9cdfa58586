/**
 * What we use of bpmn-js, typed. Its own declarations are `any` where the model begins; here an element of the model is a
 * record whose members have to be looked at before they are used.
 */

/** An element of the BPMN model: `get` reads a member by its name, with the prefix of its namespace if it has one. */
export interface Moddle {
  readonly $type: string;
  readonly $attrs?: Record<string, unknown>;
  $parent?: Moddle;
  id?: string;
  get(name: string): unknown;
  set(name: string, value: unknown): void;
  $instanceOf(type: string): boolean;
}

export interface Point {
  x: number;
  y: number;
}

export interface Bounds extends Point {
  width: number;
  height: number;
}

/** What stands on the canvas: shapes, labels and connections. */
export interface Drawn extends Bounds {
  readonly id: string;
  readonly type: string;
  readonly businessObject: Moddle;
  readonly di: Moddle | undefined;
  readonly parent?: Drawn;
  readonly children?: Drawn[];
  readonly incoming?: Drawn[];
  readonly outgoing?: Drawn[];
  readonly source?: Drawn;
  readonly target?: Drawn;
  readonly host?: Drawn;
  readonly labelTarget?: Drawn;
  readonly label?: Drawn;
  readonly labels?: Drawn[];
  waypoints?: Point[];
}

export interface EventBus {
  on(event: string | string[], callback: (event: Record<string, unknown>) => unknown): void;
  on(event: string | string[], priority: number, callback: (event: Record<string, unknown>) => unknown): void;
  off(event: string | string[], callback: (event: Record<string, unknown>) => unknown): void;
  fire(event: string, data?: Record<string, unknown>): unknown;
}

export interface Canvas {
  zoom(level: number | 'fit-viewport', centre?: 'auto' | Point): number;
  viewbox(box: Bounds): void;
  viewbox(): Bounds & { scale: number; inner: Bounds };
  getRootElement(): Drawn;
  setRootElement(root: Drawn): void;
  findRoot(element: Drawn | string): Drawn | undefined;
  getContainer(): HTMLElement;
  scrollToElement(element: Drawn | string, padding?: Record<'top' | 'right' | 'bottom' | 'left', number>): void;
  addMarker(element: Drawn | string, marker: string): void;
  removeMarker(element: Drawn | string, marker: string): void;
  focus(): void;
  resized(): void;
}

export interface ElementRegistry {
  get(id: string): Drawn | undefined;
  getAll(): Drawn[];
  filter(condition: (element: Drawn) => boolean): Drawn[];
  getGraphics(element: Drawn | string): SVGElement | undefined;
}

export interface Selection {
  get(): Drawn[];
  select(elements: Drawn | Drawn[] | null): void;
}

export interface Overlays {
  add(
    element: string,
    type: string,
    overlay: { position: Partial<Record<'top' | 'left' | 'right' | 'bottom', number>>; html: HTMLElement },
  ): string;
  remove(filter: { type: string }): void;
}

export interface CommandHandler<TContext> {
  execute(context: TContext): Drawn[];
  revert(context: TContext): Drawn[];
}

export interface CommandStack {
  execute(command: string, context: unknown): void;
  undo(): void;
  redo(): void;
  canUndo(): boolean;
  canRedo(): boolean;
  registerHandler(command: string, handler: new (...args: never[]) => unknown): void;
}

export interface Modeling {
  updateProperties(element: Drawn, properties: Record<string, unknown>): void;
  updateModdleProperties(element: Drawn, moddle: Moddle, properties: Record<string, unknown>): void;
  updateLabel(element: Drawn, label: string): void;
  appendShape(source: Drawn, shape: unknown, position: Point, target: Drawn, hints?: Record<string, unknown>): Drawn;
  createShape(shape: unknown, position: Point, target: Drawn): Drawn;
  connect(source: Drawn, target: Drawn, attributes?: Record<string, unknown>): Drawn;
  moveElements(shapes: Drawn[], delta: Point): void;
  reconnectStart(connection: Drawn, source: Drawn, docking: Point): void;
  removeElements(elements: Drawn[]): void;
}

export interface BpmnFactory {
  create(type: string, attributes?: Record<string, unknown>): Moddle;
}

export interface ElementFactory {
  createShape(attributes: Record<string, unknown>): Drawn;
}

export interface AutoPlace {
  append(source: Drawn, shape: Drawn, hints?: Record<string, unknown>): Drawn;
}

export interface Rules {
  allowed(action: string, context: Record<string, unknown>): unknown;
}

export interface Translate {
  (text: string, replacements?: Record<string, string | number>): string;
}

export interface EditorActions {
  trigger(action: string, options?: unknown): unknown;
}

export interface ModdleReader {
  create(type: string, attributes?: Record<string, unknown>): Moddle;
  fromXML(xml: string): Promise<{ rootElement: Moddle; warnings: unknown[] }>;
}

export interface CopyPaste {
  copy(elements: Drawn[]): unknown;
  paste(context?: Record<string, unknown>): unknown;
}

export interface DirectEditing {
  isActive(): boolean;
  cancel(): void;
  complete(): void;
}

export interface Services {
  eventBus: EventBus;
  canvas: Canvas;
  elementRegistry: ElementRegistry;
  selection: Selection;
  overlays: Overlays;
  commandStack: CommandStack;
  modeling: Modeling;
  bpmnFactory: BpmnFactory;
  elementFactory: ElementFactory;
  autoPlace: AutoPlace;
  rules: Rules;
  translate: Translate;
  editorActions: EditorActions;
  moddle: ModdleReader;
  copyPaste: CopyPaste;
  directEditing: DirectEditing;
}

/** A viewer or modeler with the services that it has. */
export interface Diagram {
  get<Name extends keyof Services>(name: Name): Services[Name];
  importXML(xml: string): Promise<{ warnings: string[] }>;
  saveXML(options?: { format?: boolean }): Promise<{ xml?: string }>;
  destroy(): void;
}

/** Whether an element or its model is of a BPMN type. */
export const is = (element: Drawn | Moddle, type: string): boolean =>
  ('businessObject' in element ? element.businessObject : element).$instanceOf(type);

/** A member that is a text; undefined when it is missing or empty. */
export function text(moddle: Moddle | undefined, name: string): string | undefined {
  const value = moddle?.get(name);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** A member that is one element of the model. */
export function child(moddle: Moddle | undefined, name: string): Moddle | undefined {
  const value = moddle?.get(name);
  return isModdle(value) ? value : undefined;
}

/** A member that is a list of elements of the model. */
export function children(moddle: Moddle | undefined, name: string): Moddle[] {
  const value = moddle?.get(name);
  return Array.isArray(value) ? value.filter(isModdle) : [];
}

function isModdle(value: unknown): value is Moddle {
  return typeof value === 'object' && value !== null && '$type' in value;
}
