/** A shape's place in its drawing. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Shift {
  x: number;
  y: number;
}

/** Elements that stand this far apart after all still count as drawn in the same place. */
const near = 120;

const centre = (box: Box) => ({ x: box.x + box.width / 2, y: box.y + box.height / 2 });

/**
 * By how much the second drawing is moved so that its elements lie on their partners. The shift that brings most pairs close
 * together wins, each pair counting less the further apart it stays: a mean would please nobody where half of a process was
 * drawn elsewhere. O(n²) for n pairs.
 */
export function align(pairs: readonly (readonly [Box, Box])[]): Shift {
  const shifts = pairs.map(([before, after]) => {
    const [from, to] = [centre(after), centre(before)];
    return { x: to.x - from.x, y: to.y - from.y };
  });
  let best: Shift = { x: 0, y: 0 };
  let most = -1;
  for (const candidate of shifts) {
    const votes = shifts.reduce((sum, other) => sum + closeness(candidate, other), 0);
    if (votes > most) [best, most] = [candidate, votes];
  }

  const agreeing = shifts.filter((other) => closeness(best, other) > 0);
  return agreeing.length === 0 ? best : mean(agreeing);
}

/** Without partners the drawings' upper left corners lie on each other. */
export function alignCorners(before: Box, after: Box): Shift {
  return { x: before.x - after.x, y: before.y - after.y };
}

/** The smallest box around all. */
export function around(boxes: readonly Box[]): Box | null {
  if (boxes.length === 0) return null;
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  return {
    x,
    y,
    width: Math.max(...boxes.map((box) => box.x + box.width)) - x,
    height: Math.max(...boxes.map((box) => box.y + box.height)) - y,
  };
}

function closeness(one: Shift, other: Shift): number {
  const distance = Math.hypot(one.x - other.x, one.y - other.y) / near;
  return distance >= 1 ? 0 : (1 - distance ** 2) ** 2;
}

const mean = (shifts: readonly Shift[]) => ({
  x: shifts.reduce((sum, shift) => sum + shift.x, 0) / shifts.length,
  y: shifts.reduce((sum, shift) => sum + shift.y, 0) / shifts.length,
});
