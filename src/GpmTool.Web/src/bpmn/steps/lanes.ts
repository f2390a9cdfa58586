import { children, type Drawn, is, text } from '../services';

/** The innermost lane that a step stands in. */
export function laneOf(step: Drawn): Drawn | undefined {
  const lanes = lanesIn(step.parent).filter((lane) =>
    children(lane.businessObject, 'flowNodeRef').includes(step.businessObject),
  );
  return lanes.find((lane) => !lanes.some((other) => other.parent === lane)) ?? lanes[0];
}

/** The role of a lane: its name. */
export const roleOfLane = (lane: Drawn | undefined): string | undefined => text(lane?.businessObject, 'name');

/** All lanes of a pool, the inner ones included. */
export function lanesIn(pool: Drawn | undefined): Drawn[] {
  return (pool?.children ?? []).filter((one) => is(one, 'bpmn:Lane')).flatMap((lane) => [lane, ...lanesIn(lane)]);
}
