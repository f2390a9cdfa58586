import { describe, expect, it } from 'vitest';

import type { Drawn } from '../../../bpmn/services';
import { placeSigns, signSize } from './signs';

const shape = (id: string, x: number, y: number, width: number, height: number, more: Partial<Drawn> = {}) =>
  ({
    id,
    type: 'bpmn:Task',
    businessObject: { $instanceOf: () => false },
    x,
    y,
    width,
    height,
    ...more,
  }) as unknown as Drawn;
const place = (marked: Drawn[], drawn: Drawn[], side: 'left' | 'right' = 'left') => {
  const places = placeSigns(marked, drawn, side);
  return marked.map(({ id }) => ({ ...places.get(id), ...signSize }));
};
const touches = (one: Partial<Drawn>, other: Partial<Drawn>) =>
  (one.x ?? 0) < (other.x ?? 0) + (other.width ?? 0) &&
  (other.x ?? 0) < (one.x ?? 0) + (one.width ?? 0) &&
  (one.y ?? 0) < (other.y ?? 0) + (other.height ?? 0) &&
  (other.y ?? 0) < (one.y ?? 0) + (one.height ?? 0);

describe('placeSigns', () => {
  it('puts signs of drawings that are laid on each other apart', () => {
    const task = shape('a', 100, 100, 100, 80);
    const [left] = place([task], [task], 'left');
    const [right] = place([task], [task], 'right');
    expect(touches(left ?? {}, right ?? {})).toBe(false);
  });

  it('leaves the label of an event free, wherever it stands', () => {
    const event = shape('e', 200, 200, 36, 36);
    for (const label of [shape('l', 170, 180, 60, 18), shape('l', 170, 240, 96, 28), shape('l', 100, 190, 90, 40)]) {
      const words = { ...label, labelTarget: event };
      const [sign] = place([event], [event, words]);
      expect(touches(sign ?? {}, words)).toBe(false);
    }
  });

  it('leaves the label of a flow free', () => {
    const flow = shape('f', 0, 0, 0, 0, {
      waypoints: [
        { x: 0, y: 100 },
        { x: 300, y: 100 },
      ],
    });
    const label = shape('f_label', 130, 85, 40, 14, { labelTarget: flow });
    const [sign] = place([flow], [flow, label]);
    expect(touches(sign ?? {}, label)).toBe(false);
    expect(sign?.y).toBe(100 - signSize.height / 2);
  });

  it('puts no sign on another', () => {
    const [one, other] = [shape('a', 100, 100, 36, 36), shape('b', 110, 100, 36, 36)];
    const [first, second] = place([one, other], [one, other]);
    expect(touches(first ?? {}, second ?? {})).toBe(false);
  });
});
