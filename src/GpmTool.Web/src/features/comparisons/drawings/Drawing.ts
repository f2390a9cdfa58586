import '../../../bpmn/bpmn.css';

import { type Diagram, type Drawn, type ElementRegistry, type EventBus, is } from '../../../bpmn/services';
import type { Tone } from '../types';
import { around, type Box, type Shift } from './alignment';
import { boxOf, type LayeredCanvas, type ScaledOverlays, svg } from './canvas';
import { placeSigns, type Side } from './signs';
import { take } from './viewers';

/** What an element is marked with. */
export interface Mark {
  id: string;
  tone: Tone;
  sign: string;
  /** The number of the difference; null: it has none. */
  number: number | null;
}

/** Where a drawing is looked at: its upper left corner, and how large it is drawn. */
export interface Sight {
  x: number;
  y: number;
  scale: number;
}

const readable = 0.45;
const legible = 0.6;
const comfortable = 0.8;
/** Below, numbers would hide each other. */
const afar = 0.42;
const markType = 'gpm-difference';

/** One drawing of the comparison: bpmn-js with marks, frames around what is chosen, and lines to partners. */
export class Drawing {
  private readonly canvas: LayeredCanvas;
  private readonly registry: ElementRegistry;
  private readonly events: EventBus;
  private readonly overlays: ScaledOverlays;
  private marked: string[] = [];
  private chosen: readonly string[] = [];
  private isQuiet = false;

  private constructor(
    private readonly viewer: Diagram,
    readonly container: HTMLElement,
    private readonly side: Side,
  ) {
    this.canvas = viewer.get('canvas') as LayeredCanvas;
    this.registry = viewer.get('elementRegistry');
    this.events = viewer.get('eventBus');
    this.overlays = viewer.get('overlays');
    this.events.on('root.set', () => {
      this.choose(this.chosen);
    });
    this.events.on('canvas.viewbox.changed', () => {
      container.classList.toggle('gpm-far', this.sight.scale < afar);
    });
  }

  /** Draws a model. `name` is what screen readers call the drawing. */
  static async open(container: HTMLElement, xml: string, name: string, side: Side): Promise<Drawing> {
    const viewer = await take(xml);
    viewer.attachTo(container);
    const drawing = new Drawing(viewer, container, side);
    drawing.describe(name);
    return drawing;
  }

  destroy(): void {
    this.viewer.destroy();
  }

  /** Names the drawing for who cannot see it; what it shows stands in the list, too. */
  describe(name: string): void {
    const picture = this.container.querySelector('.djs-container > svg');
    picture?.setAttribute('role', 'img');
    picture?.setAttribute('aria-label', name);
    // A picture has no parts for screen readers: what it shows is read in the list.
    picture?.querySelector('.viewport')?.setAttribute('aria-hidden', 'true');
  }

  has(id: string): boolean {
    return this.registry.get(id) !== undefined;
  }

  boxOf(id: string): Box | null {
    const element = this.registry.get(id);
    return element === undefined ? null : boxOf(element);
  }

  /** Whether an element stands on the sheet that is shown; what a folded sub-process holds has a sheet of its own. */
  isOnSheet(id: string): boolean {
    const element = this.registry.get(id);
    return element !== undefined && this.canvas.findRoot(element) === this.canvas.getRootElement();
  }

  /** The elements of a flow near another one, the nearest first. */
  near(id: string): string[] {
    const found: string[] = [];
    const seen = new Set<Drawn | undefined>([undefined]);
    let ring = [this.registry.get(id)];
    while (ring.length > 0) {
      const next: (Drawn | undefined)[] = [];
      for (const element of ring) {
        if (element === undefined || seen.has(element)) continue;
        seen.add(element);
        if (element.id !== id) found.push(element.id);
        next.push(element.source, element.target, element.host);
        for (const flow of element.incoming ?? []) next.push(flow.source);
        for (const flow of element.outgoing ?? []) next.push(flow.target);
      }
      ring = next;
    }
    return found;
  }

  mark(marks: readonly Mark[]): void {
    this.overlays.remove({ type: markType });
    for (const id of this.marked) for (const tone of tones) this.canvas.removeMarker(id, `gpm-tone-${tone}`);
    this.marked = [];
    const elements = marks.flatMap(({ id }) => this.registry.get(id) ?? []);
    const places = placeSigns(elements, this.registry.getAll(), this.side);
    for (const { id, tone, sign, number } of marks) {
      const element = this.registry.get(id);
      const place = places.get(id);
      if (element === undefined || place === undefined) continue;
      this.marked.push(id);
      this.canvas.addMarker(id, `gpm-tone-${tone}`);
      if (isFrame(element)) this.canvas.addMarker(id, 'gpm-frame');
      const { x, y } = boxOf(element);
      this.overlays.add(id, markType, {
        position: { left: place.x - x, top: place.y - y },
        html: signOf(id, tone, sign, number),
        scale: { min: 0.6, max: 1.2 },
      });
    }
  }

  /** Frames the chosen elements. */
  choose(ids: readonly string[]): void {
    this.chosen = ids;
    const layer = this.canvas.getLayer('gpm-chosen', 900);
    layer.replaceChildren(
      ...ids
        .filter((id) => this.isOnSheet(id))
        .flatMap((id) => this.registry.get(id) ?? [])
        .map((element) =>
          element.waypoints === undefined
            ? svg('rect', { ...grown(boxOf(element), 8), rx: 10, class: 'gpm-chosen' })
            : svg('polyline', {
                points: element.waypoints.map(({ x, y }) => `${String(x)},${String(y)}`).join(' '),
                class: 'gpm-chosen gpm-chosen--line',
              }),
        ),
    );
  }

  /** Lines from elements to where their partners lie in the other drawing. */
  connect(lines: readonly (readonly [Box, Box])[]): void {
    const layer = this.canvas.getLayer('gpm-partners', 800);
    layer.replaceChildren(
      ...lines.map(([from, to]) =>
        svg('line', {
          x1: from.x + from.width / 2,
          y1: from.y + from.height / 2,
          x2: to.x + to.width / 2,
          y2: to.y + to.height / 2,
          class: 'gpm-partner-line',
        }),
      ),
    );
  }

  /** Around all that is drawn. */
  get inner(): Box {
    return this.canvas.viewbox().inner;
  }

  get sight(): Sight {
    const { x, y, scale } = this.canvas.viewbox();
    return { x, y, scale };
  }

  /** Looks at a place without telling those who follow. */
  look({ x, y, scale }: Sight): void {
    this.quietly(() => {
      const { width, height } = this.size();
      if (width === 0 || height === 0) return;
      this.canvas.viewbox({ x, y, width: width / scale, height: height / scale });
    });
  }

  /** Brings elements into the middle, large enough to be read. Whether there were any. */
  show(ids: readonly string[]): boolean {
    const elements = ids.flatMap((id) => this.registry.get(id) ?? []);
    const [first] = elements;
    if (first === undefined) return false;
    const root = this.canvas.findRoot(first);
    if (root !== undefined && root !== this.canvas.getRootElement()) this.canvas.setRootElement(root);
    const box = around(elements.filter((element) => this.canvas.findRoot(element) === root).map(boxOf));
    if (box === null) return false;
    const { width, height } = this.size();
    const { scale } = this.sight;
    const fitting = Math.min(width / (box.width + 80), height / (box.height + 80));
    const wanted = Math.max(0.15, Math.min(scale < readable ? comfortable : scale, fitting));
    this.look({
      x: box.x + box.width / 2 - width / wanted / 2,
      y: box.y + box.height / 2 - height / wanted / 2,
      scale: wanted,
    });
    return true;
  }

  /** Shows a part of the sheet as large as it fits; without a part the whole drawing. How large that is. */
  fit(part: Box = this.inner, limit = 1): number {
    this.canvas.resized();
    const { width, height } = this.size();
    const scale = Math.min(limit, (width - 24) / Math.max(1, part.width), (height - 24) / Math.max(1, part.height));
    this.look({
      x: part.x + part.width / 2 - width / scale / 2,
      y: part.y + part.height / 2 - height / scale / 2,
      scale,
    });
    return scale;
  }

  /** Whether words can be read. */
  get isReadable(): boolean {
    return this.sight.scale >= afar;
  }

  /** Shows where the flow begins, large enough to be read. */
  begin(): void {
    const { height } = this.size();
    const { inner } = this;
    const [first] = this.registry
      .filter(
        (element) => is(element, 'bpmn:FlowNode') && element.labelTarget === undefined && this.isOnSheet(element.id),
      )
      .sort((one, other) => one.x - other.x || one.y - other.y);
    const middle = first === undefined || inner.height * legible <= height ? inner : boxOf(first);
    this.look({
      x: inner.x - 12 / legible,
      y: middle.y + middle.height / 2 - height / legible / 2,
      scale: legible,
    });
  }

  zoomBy(factor: number): void {
    const { width, height } = this.size();
    this.canvas.zoom(Math.max(0.1, Math.min(4, this.sight.scale * factor)), { x: width / 2, y: height / 2 });
  }

  /** Moves the sight by pixels of the screen. */
  pan({ x, y }: Shift): void {
    const sight = this.sight;
    const { width, height } = this.size();
    this.canvas.viewbox({
      x: sight.x + x / sight.scale,
      y: sight.y + y / sight.scale,
      width: width / sight.scale,
      height: height / sight.scale,
    });
  }

  /** Tells when somebody moves or zooms this drawing; what the page itself does is not told. */
  onMoved(listener: () => void): () => void {
    const told = () => {
      if (!this.isQuiet) listener();
    };
    this.events.on('canvas.viewbox.changed', told);
    return () => {
      this.events.off('canvas.viewbox.changed', told);
    };
  }

  /** Tells which element was clicked, and where in the drawing; null: none. */
  onClick(listener: (id: string | null, at: Shift) => void): () => void {
    const clicked = (event: Record<string, unknown>) => {
      const element = event['element'] as Drawn;
      const original = event['originalEvent'] as MouseEvent;
      const target = element.labelTarget ?? element;
      listener(target === this.canvas.getRootElement() ? null : target.id, this.placeOf(original));
    };
    const sign = (event: MouseEvent) => {
      const id =
        event.target instanceof Element
          ? event.target.closest<HTMLElement>('.gpm-sign')?.dataset['element']
          : undefined;
      if (id !== undefined) listener(id, this.placeOf(event));
    };
    this.events.on('element.click', clicked);
    this.container.addEventListener('click', sign);
    return () => {
      this.events.off('element.click', clicked);
      this.container.removeEventListener('click', sign);
    };
  }

  /** The smallest element at a place of the drawing. */
  at({ x, y }: Shift): string | null {
    const found = this.registry
      .filter((element) => element.waypoints === undefined && this.isOnSheet(element.id) && holds(boxOf(element), x, y))
      .sort((one, other) => one.width * one.height - other.width * other.height)[0];
    return found === undefined ? null : (found.labelTarget ?? found).id;
  }

  private placeOf(event: MouseEvent): Shift {
    const { left, top } = this.container.getBoundingClientRect();
    const { x, y, scale } = this.sight;
    return { x: x + (event.clientX - left) / scale, y: y + (event.clientY - top) / scale };
  }

  private size() {
    return { width: this.container.clientWidth, height: this.container.clientHeight };
  }

  private quietly(action: () => void): void {
    const before = this.isQuiet;
    this.isQuiet = true;
    try {
      action();
    } finally {
      this.isQuiet = before;
    }
  }
}

const tones: readonly Tone[] = ['added', 'removed', 'changed', 'moved'];

/** What holds others is framed, not filled: its colour would lie under all that it holds. */
const isFrame = (element: Drawn) =>
  is(element, 'bpmn:Participant') || is(element, 'bpmn:Lane') || (element.children ?? []).length > 0;

function signOf(id: string, tone: Tone, sign: string, number: number | null): HTMLElement {
  const html = document.createElement('span');
  html.className = `gpm-sign gpm-sign--${tone}`;
  html.dataset['element'] = id;
  html.setAttribute('aria-hidden', 'true'); // the list says it in words
  html.append(sign);
  if (number !== null) {
    const text = document.createElement('span');
    text.className = 'gpm-sign__number';
    text.textContent = ` ${String(number)}`;
    html.append(text);
  }
  return html;
}

const grown = (box: Box, by: number) => ({
  x: box.x - by,
  y: box.y - by,
  width: box.width + 2 * by,
  height: box.height + 2 * by,
});

const holds = (box: Box, x: number, y: number) =>
  x >= box.x && y >= box.y && x <= box.x + box.width && y <= box.y + box.height;
