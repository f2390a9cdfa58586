import type { AutoPlace, Canvas, Drawn, ElementFactory, EventBus, Modeling, Rules, Selection } from '../services';
import { is } from '../services';

/** What the entries of the palette create. */
const created: Record<string, Record<string, unknown>> = {
  'create.start-event': { type: 'bpmn:StartEvent' },
  'create.intermediate-event': { type: 'bpmn:IntermediateThrowEvent' },
  'create.end-event': { type: 'bpmn:EndEvent' },
  'create.exclusive-gateway': { type: 'bpmn:ExclusiveGateway' },
  'create.task': { type: 'bpmn:Task' },
  'create.subprocess-expanded': { type: 'bpmn:SubProcess', isExpanded: true },
  'create.data-object': { type: 'bpmn:DataObjectReference' },
  'create.data-store': { type: 'bpmn:DataStoreReference' },
  'create.participant-expanded': { type: 'bpmn:Participant', isExpanded: true },
  'create.group': { type: 'bpmn:Group' },
};

/**
 * Makes palette and context pad usable without a mouse: each entry is a button that the tab key reaches. Enter on an entry that
 * creates something puts it behind the selected element, or into the middle of what is visible, since there is no pointer to
 * drop it with.
 */
class PaletteKeys {
  static $inject = ['eventBus', 'canvas', 'selection', 'elementFactory', 'autoPlace', 'modeling', 'rules'];

  constructor(
    eventBus: EventBus,
    private readonly canvas: Canvas,
    private readonly selection: Selection,
    private readonly elementFactory: ElementFactory,
    private readonly autoPlace: AutoPlace,
    private readonly modeling: Modeling,
    private readonly rules: Rules,
  ) {
    const container = canvas.getContainer();
    const observer = new MutationObserver(() => {
      makeReachable(container);
    });
    observer.observe(container, { childList: true, subtree: true });
    container.addEventListener('keydown', this.pressed);
    eventBus.on('diagram.destroy', () => {
      observer.disconnect();
      container.removeEventListener('keydown', this.pressed);
    });
  }

  private readonly pressed = (event: KeyboardEvent): void => {
    const entry = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('.entry, .toggle') : null;
    if (entry === null || (event.key !== 'Enter' && event.key !== ' ')) return;
    event.preventDefault();
    event.stopPropagation();
    const attributes = created[entry.dataset['action'] ?? ''];
    if (attributes === undefined || entry.closest('.djs-palette') === null) entry.click();
    else this.place(attributes);
  };

  private place(attributes: Record<string, unknown>): void {
    const shape = this.elementFactory.createShape(attributes);
    const [selected, ...more] = this.selection.get();
    const isStep = is(shape, 'bpmn:FlowNode') && !is(shape, 'bpmn:StartEvent');
    if (
      selected !== undefined &&
      more.length === 0 &&
      isStep &&
      is(selected, 'bpmn:FlowNode') &&
      !is(selected, 'bpmn:EndEvent')
    ) {
      this.autoPlace.append(selected, shape);
      return;
    }

    const target = this.target(shape);
    const { x, y, width, height } = this.canvas.viewbox();
    const placed = this.modeling.createShape(
      shape,
      { x: Math.round(x + width / 2), y: Math.round(y + height / 2) },
      target,
    );
    this.selection.select(placed);
  }

  /** Steps cannot stand beside pools: then the first pool takes them. */
  private target(shape: Drawn): Drawn {
    const root = this.canvas.getRootElement();
    if (this.rules.allowed('shape.create', { shape, target: root }) !== false) return root;
    return root.children?.find((one) => is(one, 'bpmn:Participant')) ?? root;
  }
}

function makeReachable(container: HTMLElement): void {
  for (const entry of container.querySelectorAll<HTMLElement>(
    '.djs-palette .entry, .djs-context-pad .entry, .djs-minimap .toggle',
  )) {
    if (entry.tabIndex === 0) continue;
    entry.tabIndex = 0;
    entry.setAttribute('role', 'button');
    if (!entry.hasAttribute('aria-label')) entry.setAttribute('aria-label', entry.title);
  }
}

export const paletteKeysModule = {
  __init__: ['gpmPaletteKeys'],
  gpmPaletteKeys: ['type', PaletteKeys],
};
