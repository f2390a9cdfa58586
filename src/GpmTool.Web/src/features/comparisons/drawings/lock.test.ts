import { describe, expect, it } from 'vitest';

import { Lock, type Movable } from './lock';

/** A drawing that tells of moves as the real one does: of those by hand only. */
class Fake implements Movable {
  private listeners: (() => void)[] = [];
  constructor(public sight = { x: 0, y: 0, scale: 1 }) {}
  look(sight: { x: number; y: number; scale: number }) {
    this.sight = sight;
  }
  onMoved(listener: () => void) {
    this.listeners.push(listener);
    return () => {
      this.listeners = this.listeners.filter((one) => one !== listener);
    };
  }
  byHand(x: number, y: number, scale = 1) {
    this.sight = { x, y, scale };
    for (const listener of this.listeners) listener();
  }
}

function locked() {
  const [one, other] = [new Fake(), new Fake({ x: 100, y: 20, scale: 1 })];
  return { one, other, lock: new Lock(one, other) };
}

describe('Lock', () => {
  it('keeps the distance in both directions', () => {
    const { one, other } = locked();
    one.byHand(10, 5, 2);
    expect(other.sight).toEqual({ x: 110, y: 25, scale: 2 });
    other.byHand(0, 0, 0.5);
    expect(one.sight).toEqual({ x: -100, y: -20, scale: 0.5 });
  });

  it('lets each move alone while it is off, and goes on from there', () => {
    const { one, other, lock } = locked();
    lock.isOn = false;
    one.byHand(50, 50);
    expect(other.sight).toEqual({ x: 100, y: 20, scale: 1 });
    lock.isOn = true;
    one.byHand(60, 50);
    expect(other.sight).toEqual({ x: 110, y: 20, scale: 1 });
  });

  it('lays one on the other', () => {
    const { one, other, lock } = locked();
    one.byHand(5, 5);
    lock.align({ x: 30, y: -10 });
    expect(other.sight).toEqual({ x: -25, y: 15, scale: 1 });
  });

  it('ends', () => {
    const { one, other, lock } = locked();
    lock.end();
    one.byHand(500, 500);
    expect(other.sight.x).toBe(100);
  });
});
