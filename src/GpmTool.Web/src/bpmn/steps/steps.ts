import { changed } from '../gpm/content';
import { readStep } from '../gpm/reading';
import { putOwn, writeStep } from '../gpm/writing';
import { type Diagram, type Drawn, is, type Point, text } from '../services';
import { together } from '../together';
import { laneOf, lanesIn, roleOfLane } from './lanes';

/** What the list of elements shows of one. */
export interface Step {
  id: string;
  type: string;
  name: string | undefined;
  role: string | undefined;
  /** How many sub-processes it stands in. */
  depth: number;
}

/** The steps, decisions and events of the model in the order in which they are gone through. */
export function stepsOf(diagram: Diagram): Step[] {
  const nodes = diagram
    .get('elementRegistry')
    .filter((one) => is(one, 'bpmn:FlowNode') && one.labelTarget === undefined);
  return inOrder(nodes).map((node) => ({
    id: node.id,
    type: node.type,
    name: text(node.businessObject, 'name'),
    role: readStep(node.businessObject).role ?? roleOfLane(laneOf(node)),
    depth: depthOf(node),
  }));
}

/** From the starts along the flows, shorter x first; what no start reaches comes last, as it is drawn. */
function inOrder(nodes: Drawn[]): Drawn[] {
  const byPlace = [...nodes].sort((one, other) => one.x - other.x || one.y - other.y);
  const ordered = new Set<Drawn>();
  const waiting = byPlace.filter(
    (node) => (node.incoming ?? []).filter(isFlow).length === 0 && node.host === undefined,
  );
  const visit = (start: Drawn) => {
    const stack = [start];
    for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
      if (ordered.has(node)) continue;
      ordered.add(node);
      const inside = byPlace.filter((one) => one.parent === node && (one.incoming ?? []).filter(isFlow).length === 0);
      const next = (node.outgoing ?? [])
        .filter(isFlow)
        .flatMap((flow) => (flow.target === undefined ? [] : [flow.target]));
      const attached = byPlace.filter((one) => one.host === node);
      next.sort((one, other) => one.y - other.y || one.x - other.x);
      stack.push(...[...inside, ...attached, ...next].reverse());
    }
  };
  for (const node of [...waiting, ...byPlace]) visit(node);
  return [...ordered];
}

const isFlow = (connection: Drawn) => connection.type === 'bpmn:SequenceFlow';

function depthOf(node: Drawn): number {
  let depth = 0;
  for (let parent = node.parent; parent !== undefined; parent = parent.parent)
    if (is(parent, 'bpmn:SubProcess')) depth++;
  return depth;
}

/** The roles of the model: names of lanes and what steps say. */
export function rolesOf(diagram: Diagram): string[] {
  const elements = diagram.get('elementRegistry').getAll();
  const lanes = elements.filter((one) => is(one, 'bpmn:Lane')).map(roleOfLane);
  const steps = elements.filter((one) => is(one, 'bpmn:FlowNode')).map((one) => readStep(one.businessObject).role);
  return [...new Set([...lanes, ...steps].filter((role) => role !== undefined))].sort((one, other) =>
    one.localeCompare(other, 'de'),
  );
}

export const appendable = [
  'bpmn:Task',
  'bpmn:UserTask',
  'bpmn:ManualTask',
  'bpmn:ServiceTask',
  'bpmn:ExclusiveGateway',
  'bpmn:ParallelGateway',
  'bpmn:IntermediateCatchEvent',
  'bpmn:EndEvent',
  'bpmn:StartEvent',
] as const;
export type Appendable = (typeof appendable)[number];

export interface NewStep {
  type: Appendable;
  name: string;
  role: string | undefined;
  /** What it follows; undefined: it stands alone. */
  after: string | undefined;
  /** Whether it comes between that and what follows it. */
  isBetween: boolean;
}

/** Adds a step behind another and selects it. A role that is the name of a lane puts it there; another one is recorded. */
export function appendStep(diagram: Diagram, { type, name, role, after, isBetween }: NewStep): Drawn {
  const source = after === undefined ? undefined : diagram.get('elementRegistry').get(after);
  const shape = diagram.get('elementFactory').createShape({ type });
  const lane = role === undefined ? undefined : laneOfRole(diagram, role, source);
  const placed = together(diagram, () => {
    const follower = isBetween ? onlyFlowOf(source) : undefined;
    if (follower !== undefined) makeRoom(diagram, follower, shape.width);
    const placed = place(diagram, shape, source, lane, follower !== undefined);
    if (follower !== undefined) {
      diagram
        .get('modeling')
        .reconnectStart(follower, placed, { x: placed.x + placed.width, y: placed.y + placed.height / 2 });
    }
    const modeling = diagram.get('modeling');
    if (name !== '') modeling.updateProperties(placed, { name });
    if (role !== undefined && roleOfLane(laneOf(placed)) !== role) {
      const bpmnFactory = diagram.get('bpmnFactory');
      const model = placed.businessObject;
      const content = writeStep(
        (kind, attributes) => bpmnFactory.create(kind, attributes),
        changed(readStep(model), { role }),
      );
      putOwn({ modeling, bpmnFactory }, placed, model, 'gpm:Step', content);
    }
    return placed;
  });
  // Who typed the name already need not type it on the canvas.
  diagram.get('directEditing').cancel();
  selectStep(diagram, placed.id);
  return placed;
}

/** Moves what follows to the right, until there is room for a shape of that width between both ends of a flow. */
function makeRoom(diagram: Diagram, { source, target }: Drawn, width: number): void {
  if (source === undefined || target === undefined) return;
  const room = target.x - source.x - source.width;
  const missing = width + 2 * gap - room;
  // A way back leads to the left: there is nothing to move.
  if (room < 0 || missing <= 0) return;
  const moved = (source.parent?.children ?? []).filter(
    (one) =>
      one.waypoints === undefined &&
      one.labelTarget === undefined &&
      one.host === undefined &&
      !is(one, 'bpmn:Lane') &&
      one.x >= target.x,
  );
  diagram.get('modeling').moveElements(moved, { x: missing, y: 0 });
}

/** What follows a step that is followed by one thing only, and is no decision. */
export function followerOf(diagram: Diagram, id: string): Step | undefined {
  const target = onlyFlowOf(diagram.get('elementRegistry').get(id))?.target;
  return target === undefined ? undefined : stepsOf(diagram).find((step) => step.id === target.id);
}

/** How far shapes that bpmn-js places by itself stand apart. */
const gap = 50;

function onlyFlowOf(node: Drawn | undefined): Drawn | undefined {
  if (node === undefined || is(node, 'bpmn:Gateway')) return undefined;
  const flows = (node.outgoing ?? []).filter(isFlow);
  return flows.length === 1 ? flows[0] : undefined;
}

function place(
  diagram: Diagram,
  shape: Drawn,
  source: Drawn | undefined,
  lane: Drawn | undefined,
  isBetween: boolean,
): Drawn {
  const modeling = diagram.get('modeling');
  const isLaneOfSource = lane === undefined || (source !== undefined && laneOf(source) === lane);
  if (source !== undefined && isLaneOfSource) {
    // bpmn-js would put it below what it comes before.
    return isBetween && source.parent !== undefined
      ? modeling.appendShape(source, shape, behind(source, shape, source.y + source.height / 2), source.parent)
      : diagram.get('autoPlace').append(source, shape);
  }

  const root = diagram.get('canvas').getRootElement();
  const pool = lane === undefined ? root.children?.find((one) => is(one, 'bpmn:Participant')) : poolOf(lane);
  const target = pool ?? root;
  const middle = lane ?? pool;
  const y = middle === undefined ? 200 : middle.y + middle.height / 2;
  if (source !== undefined) return modeling.appendShape(source, shape, behind(source, shape, y), target);
  const nodes = (target.children ?? []).filter((one) => is(one, 'bpmn:FlowNode'));
  const last = Math.max(pool === undefined ? 100 : pool.x + 60, ...nodes.map((one) => one.x + one.width));
  return modeling.createShape(shape, { x: Math.round(last + gap + shape.width / 2), y: Math.round(y) }, target);
}

const behind = (source: Drawn, shape: Drawn, y: number): Point => ({
  x: Math.round(source.x + source.width + gap + shape.width / 2),
  y: Math.round(y),
});

function laneOfRole(diagram: Diagram, role: string, source: Drawn | undefined): Drawn | undefined {
  const pool =
    source?.parent ??
    diagram
      .get('canvas')
      .getRootElement()
      .children?.find((one) => is(one, 'bpmn:Participant'));
  return lanesIn(pool).find((lane) => roleOfLane(lane) === role);
}

function poolOf(lane: Drawn): Drawn {
  let pool = lane;
  while (pool.parent !== undefined && is(pool, 'bpmn:Lane')) pool = pool.parent;
  return pool;
}

/** Connects two steps. False where BPMN forbids it. */
export function connectSteps(diagram: Diagram, fromId: string, toId: string): boolean {
  const elements = diagram.get('elementRegistry');
  const [source, target] = [elements.get(fromId), elements.get(toId)];
  if (source === undefined || target === undefined) return false;
  const allowed = diagram.get('rules').allowed('connection.create', { source, target });
  if (typeof allowed !== 'object' || allowed === null) return false;
  const flow = diagram.get('modeling').connect(source, target, allowed as Record<string, unknown>);
  diagram.get('selection').select(flow);
  return true;
}

/** Selects an element and brings it into view, also when it stands in a collapsed sub-process. */
export function selectStep(diagram: Diagram, id: string): void {
  const element = diagram.get('elementRegistry').get(id);
  if (element === undefined) return;
  const canvas = diagram.get('canvas');
  const root = canvas.findRoot(element);
  if (root !== undefined && root !== canvas.getRootElement()) canvas.setRootElement(root);
  diagram.get('selection').select(element);
  // The palette covers the left edge.
  canvas.scrollToElement(element, { top: 80, right: 80, bottom: 80, left: 150 });
}
