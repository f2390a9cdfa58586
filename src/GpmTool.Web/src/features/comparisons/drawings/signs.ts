import { type Drawn, is } from '../../../bpmn/services';
import type { Box, Shift } from './alignment';
import { boxOf } from './canvas';

/** Which side a drawing puts its signs first: those of drawings that are laid on each other must not hide each other. */
export type Side = 'left' | 'right';

/** How much of the drawing a sign with its number covers. */
export const signSize = { width: 48, height: 24 };

/**
 * Where the signs of these elements stand, by the element's id: at the element, where they cover the least of labels,
 * small shapes and other signs. O(n·m) for n signs and m things drawn.
 */
export function placeSigns(marked: readonly Drawn[], drawn: readonly Drawn[], side: Side): Map<string, Shift> {
  const covered = drawn.flatMap(wordsOf);
  const places = new Map<string, Shift>();
  for (const element of marked) {
    const [best] = placesAt(element, side)
      .map((place) => ({ place, cost: costOf({ ...place, ...signSize }, covered) }))
      .reduce<{ place: Shift; cost: number }[]>(
        (kept, one) => (kept[0] === undefined || one.cost < kept[0].cost ? [one] : kept),
        [],
      );
    if (best === undefined) continue;
    places.set(element.id, best.place);
    covered.push({ ...best.place, ...signSize });
  }
  return places;
}

const costOf = (sign: Box, covered: readonly Box[]) => covered.reduce((sum, one) => sum + overlap(sign, one), 0);

function overlap(one: Box, other: Box): number {
  const width = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x);
  const height = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y);
  return width > 0 && height > 0 ? width * height : 0;
}

/** Where a sign may stand at an element, the best first. */
function placesAt(element: Drawn, side: Side): Shift[] {
  const { width, height } = signSize;
  if (element.waypoints !== undefined) {
    return [0.5, 0.7, 0.3, 0.85, 0.15].map((share) => {
      const { x, y } = pointAt(element.waypoints ?? [], share);
      return { x: x - width / 2, y: y - height / 2 };
    });
  }

  const box = boxOf(element);
  if (is(element, 'bpmn:Lane')) {
    // Inside, so that it does not hide that of its pool.
    const left = box.x + 34;
    const places = [
      { x: left, y: box.y + 4 },
      { x: left, y: box.y + box.height - height - 4 },
    ];
    return side === 'left' ? places : places.reverse();
  }

  // Half above or below its edge; beside a small shape, so that it can still be seen.
  const inset = box.width < 60 ? 8 : 36;
  const [left, right] = [box.x + inset - width, box.x + box.width - inset];
  const [top, bottom] = [box.y - height / 2, box.y + box.height - height / 2];
  const above = box.y - height - 2;
  const columns = side === 'left' ? [left, right] : [right, left];
  return [
    ...columns.map((x) => ({ x, y: top })),
    { x: box.x + box.width / 2 - width / 2, y: above },
    ...columns.map((x) => ({ x, y: bottom })),
  ];
}

/** The point at a share of the length of a line. */
function pointAt(points: readonly Shift[], share: number): Shift {
  const lengths = points
    .slice(1)
    .map((point, at) => Math.hypot(point.x - (points[at]?.x ?? 0), point.y - (points[at]?.y ?? 0)));
  let rest = lengths.reduce((sum, length) => sum + length, 0) * share;
  for (const [at, length] of lengths.entries()) {
    const [from, to] = [points[at], points[at + 1]];
    if (from === undefined || to === undefined) break;
    if (rest <= length) {
      const part = length === 0 ? 0 : rest / length;
      return { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part };
    }
    rest -= length;
  }
  return points.at(-1) ?? { x: 0, y: 0 };
}

/** What of an element is read: its label, the name in its middle or at its edge; a small shape as a whole. */
function wordsOf(element: Drawn): Box[] {
  const box = boxOf(element);
  if (element.labelTarget !== undefined) return [box];
  if (element.waypoints !== undefined) return [];
  if (is(element, 'bpmn:Participant')) return [{ ...box, width: 30 }];
  if (is(element, 'bpmn:Lane')) return [{ ...box, width: 30 }];
  if (box.width < 60) return [{ x: box.x + 6, y: box.y + 6, width: box.width - 12, height: box.height - 12 }];
  if ((element.children ?? []).length > 0) return [{ ...box, height: 20 }];
  return [{ x: box.x + 4, y: box.y + 16, width: box.width - 8, height: Math.max(0, box.height - 32) }];
}
