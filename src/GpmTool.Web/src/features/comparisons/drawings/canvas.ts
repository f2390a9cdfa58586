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

const namespace = 'http://www.w3.org/2000/svg';

/** An SVG element. Only attributes are set: the content security policy forbids style elements. */
export function svg(name: string, attributes: Record<string, string | number>): SVGElement {
  const element = document.createElementNS(namespace, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  return element;
}
