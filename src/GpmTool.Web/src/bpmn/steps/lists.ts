import { kindOf } from '../language/translation';
import { type Diagram, type Drawn, is, text } from '../services';
import { stepsOf } from './steps';

/** What can be listed: each element of a drawing is in one of these. */
export const lists = ['steps', 'connections', 'pools', 'others'] as const;
export type List = (typeof lists)[number];

/** An element as a list says it in words. */
export interface Listed {
  id: string;
  type: string;
  name: string | undefined;
  /** The role of a step, the label of a connection. */
  note: string | undefined;
  /** What a step goes on to. */
  next: string[];
  /** How many sub-processes a step stands in, how many pools and lanes a lane does. */
  depth: number;
}

/** The elements of one kind: steps in the order in which they are gone through, connections in that of the steps they leave. */
export function listOf(diagram: Diagram, list: List): Listed[] {
  if (list === 'steps') return steps(diagram);
  if (list === 'connections') return connections(diagram);
  const elements = diagram.get('elementRegistry').filter((one) => one.labelTarget === undefined);
  if (list === 'pools') {
    return elements
      .filter((one) => isContainer(one) && (one.parent === undefined || !isContainer(one.parent)))
      .sort((one, other) => one.y - other.y)
      .flatMap((pool) => withLanes(pool, 0));
  }
  return elements
    .filter((one) => one.waypoints === undefined && one.parent !== undefined && !isListedElsewhere(one))
    .map((one) => listed(one));
}

function steps(diagram: Diagram): Listed[] {
  const elements = diagram.get('elementRegistry');
  return stepsOf(diagram).map(({ role, ...step }) => ({
    ...step,
    note: role,
    next: flowsOf(elements.get(step.id)).map((flow) => {
      const label = text(flow.businessObject, 'name');
      const target = nameOf(flow.target);
      return label === undefined ? target : `${target} (${label})`;
    }),
  }));
}

const flowsOf = (node: Drawn | undefined) => (node?.outgoing ?? []).filter((one) => one.type === 'bpmn:SequenceFlow');

function connections(diagram: Diagram): Listed[] {
  const order = new Map(stepsOf(diagram).map((step, at) => [step.id, at]));
  const placeOf = (end: Drawn | undefined) => order.get(end?.id ?? '') ?? order.size;
  return diagram
    .get('elementRegistry')
    .filter((one) => one.waypoints !== undefined && one.labelTarget === undefined)
    .sort((one, other) => placeOf(one.source) - placeOf(other.source) || placeOf(one.target) - placeOf(other.target))
    .map((one) => ({
      ...listed(one),
      name: `${nameOf(one.source)} → ${nameOf(one.target)}`,
      note: text(one.businessObject, 'name'),
    }));
}

function withLanes(container: Drawn, depth: number): Listed[] {
  const lanes = (container.children ?? []).filter(isLane).sort((one, other) => one.y - other.y);
  return [listed(container, depth), ...lanes.flatMap((lane) => withLanes(lane, depth + 1))];
}

const isLane = (one: Drawn) => is(one, 'bpmn:Lane');

const isContainer = (one: Drawn) => is(one, 'bpmn:Participant') || isLane(one);

const isListedElsewhere = (one: Drawn) => is(one, 'bpmn:FlowNode') || isContainer(one);

const listed = (one: Drawn, depth = 0): Listed => ({
  id: one.id,
  type: one.type,
  name: text(one.businessObject, 'name') ?? text(one.businessObject, 'text'),
  note: undefined,
  next: [],
  depth,
});

const nameOf = (end: Drawn | undefined) => (end === undefined ? '' : (listed(end).name ?? kindOf(end.type)));
