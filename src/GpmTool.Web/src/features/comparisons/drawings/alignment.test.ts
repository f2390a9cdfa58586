import { describe, expect, it } from 'vitest';

import { align, alignCorners, around, type Box } from './alignment';

const box = (x: number, y: number, width = 100, height = 80): Box => ({ x, y, width, height });
const moved = (boxes: Box[], x: number, y: number) => boxes.map((one) => [one, box(one.x + x, one.y + y)] as const);
const row = [box(0, 0), box(150, 0), box(300, 0), box(450, 200)];

describe('align', () => {
  it('undoes a shift of the whole drawing', () => {
    expect(align(moved(row, 40, -25))).toEqual({ x: -40, y: 25 });
  });

  it('follows the many, not the few that were drawn elsewhere', () => {
    const shift = align([...moved(row, 10, 0), [box(600, 0), box(3000, 900)], [box(750, 0), box(2000, 700)]]);
    expect(shift.x).toBeCloseTo(-10);
    expect(shift.y).toBeCloseTo(0);
  });

  it('lies between partners that are a little apart', () => {
    const shift = align([
      [box(0, 0), box(0, 0)],
      [box(200, 0), box(220, 0)],
    ]);
    expect(shift).toEqual({ x: -10, y: 0 });
  });

  it('puts centres on each other where sizes differ', () => {
    expect(align([[box(0, 0, 100, 80), box(0, 0, 36, 36)]])).toEqual({ x: 32, y: 22 });
  });

  it('moves nothing without pairs', () => {
    expect(align([])).toEqual({ x: 0, y: 0 });
  });
});

it('alignCorners puts the upper left corners on each other', () => {
  expect(alignCorners(box(100, 50), box(160, 80))).toEqual({ x: -60, y: -30 });
});

describe('around', () => {
  it('holds all boxes', () => {
    expect(around(row)).toEqual({ x: 0, y: 0, width: 550, height: 280 });
  });

  it('is nothing around nothing', () => {
    expect(around([])).toBeNull();
  });
});
