import type { Bounds, Canvas, Drawn, Overlays } from '../../../bpmn/services';
import type { Box } from './alignment';

/** What this page needs of the canvas beyond moving and zooming. */
export interface LayeredCanvas extends Canvas {
  viewbox(box?: Bounds): Bounds & { scale: number; inner: Bounds; outer: { width: number; height: number } };
  getLayer(name: string, index?: number): SVGElement;
}

export interface ScaledOverlays extends Overlays {
  add(
    element: string,
    type: string,
    overlay: {
      position: Partial<Record<'top' | 'left' | 'right' | 'bottom', number>>;
      html: HTMLElement;
      scale: { min: number; max: number };
    },
  ): string;
}

/** Where an element is drawn, connections included. */
export function boxOf(element: Drawn): Box {
  const { waypoints } = element;
  if (waypoints === undefined || waypoints.length === 0) return element;
  const [xs, ys] = [waypoints.map((point) => point.x), waypoints.map((point) => point.y)];
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}

/** The middle of the longest stretch of a connection, where a sign hides neither end. */
export function middleOf(element: Drawn): { x: number; y: number } {
  const points = element.waypoints ?? [];
  let best = { x: element.x, y: element.y, length: -1 };
  for (const [i, point] of points.entries()) {
    const next = points[i + 1];
    if (next === undefined) break;
    const length = Math.hypot(next.x - point.x, next.y - point.y);
    if (length > best.length) best = { x: (point.x + next.x) / 2, y: (point.y + next.y) / 2, length };
  }

  return best;
}

const namespace = 'http://www.w3.org/2000/svg';

/** An SVG element. Only attributes are set: the content security policy forbids style elements. */
export function svg(name: string, attributes: Record<string, string | number>): SVGElement {
  const element = document.createElementNS(namespace, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  return element;
}
