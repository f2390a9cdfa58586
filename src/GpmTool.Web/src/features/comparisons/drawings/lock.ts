import type { Sight } from './Drawing';
import type { Shift } from './alignment';

/** What locking needs of a drawing. */
export interface Movable {
  readonly sight: Sight;
  look(sight: Sight): void;
  onMoved(listener: () => void): () => void;
}

/**
 * Moves each drawing along with the other. What lies where on the screens when they are locked stays so: who moved one of them
 * alone, or jumped to a difference, has aligned them anew. With `shift` they are kept on each other by it instead.
 */
export class Lock {
  private readonly stops: (() => void)[];
  private apart: Shift = { x: 0, y: 0 };
  isOn = true;

  constructor(
    private readonly one: Movable,
    private readonly other: Movable,
  ) {
    this.renew();
    this.stops = [
      one.onMoved(() => {
        this.follow(one, other, 1);
      }),
      other.onMoved(() => {
        this.follow(other, one, -1);
      }),
    ];
  }

  /** Takes the present sights as those that belong together. */
  renew(): void {
    this.apart = { x: this.other.sight.x - this.one.sight.x, y: this.other.sight.y - this.one.sight.y };
  }

  /** Lays the second drawing on the first, moved by `shift`. */
  align(shift: Shift): void {
    this.apart = { x: -shift.x, y: -shift.y };
    this.move(this.one, this.other, 1);
  }

  /** By how much the second drawing is moved to lie on the first. */
  get shift(): Shift {
    return { x: -this.apart.x, y: -this.apart.y };
  }

  /** Lets the other drawing follow the second one, which the page has moved. */
  lead(drawing: Movable): void {
    if (drawing === this.one) this.move(this.one, this.other, 1);
    else this.move(this.other, this.one, -1);
  }

  end(): void {
    for (const stop of this.stops) stop();
  }

  private follow(leader: Movable, follower: Movable, sign: 1 | -1): void {
    if (this.isOn) this.move(leader, follower, sign);
    else this.renew();
  }

  private move(leader: Movable, follower: Movable, sign: 1 | -1): void {
    const { x, y, scale } = leader.sight;
    follower.look({ x: x + sign * this.apart.x, y: y + sign * this.apart.y, scale });
  }
}
