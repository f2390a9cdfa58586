import type { Diagram, Drawn } from '../bpmn/services';

export interface Node {
  id: string;
  type?: string;
  x?: number;
  y?: number;
  to?: string[];
  name?: string;
}

/** A drawing with these nodes and the flows between them. */
export function drawing(nodes: Node[], lanes: Record<string, string[]> = {}): Diagram {
  const drawn = new Map<string, Record<string, unknown>>();
  const add = (id: string, type: string, members: Record<string, unknown>, model: Record<string, unknown>) => {
    const isNode = !['bpmn:Lane', 'bpmn:SequenceFlow', 'bpmn:Participant', 'bpmn:TextAnnotation'].includes(type);
    const businessObject = {
      $type: type,
      get: (name: string) => model[name],
      $instanceOf: (asked: string) =>
        asked === type ||
        (asked === 'bpmn:FlowNode' && isNode) ||
        (asked === 'bpmn:Gateway' && type.endsWith('Gateway')),
    };
    const element = {
      id,
      type,
      x: 0,
      y: 0,
      width: 100,
      height: 80,
      incoming: [],
      outgoing: [],
      children: [],
      businessObject,
      ...members,
    };
    drawn.set(id, element);
    return element;
  };
  const pool = add('pool', 'bpmn:Participant', {}, {});
  for (const { id, type = 'bpmn:Task', x = 0, y = 0, name } of nodes)
    add(id, type, { x, y, parent: pool }, { name: name ?? id });
  for (const { id, to = [] } of nodes) {
    for (const target of to) {
      const [source, end] = [drawn.get(id), drawn.get(target)] as Record<string, unknown[]>[];
      const flow = add(
        `${id}>${target}`,
        'bpmn:SequenceFlow',
        { source, target: end, parent: pool, waypoints: [] },
        {},
      );
      source?.['outgoing']?.push(flow);
      end?.['incoming']?.push(flow);
    }
  }
  pool.children = Object.entries(lanes).map(([name, members]) =>
    add(
      name,
      'bpmn:Lane',
      { parent: pool },
      { name, flowNodeRef: members.map((id) => drawn.get(id)?.['businessObject']) },
    ),
  ) as never;
  const elements = [...drawn.values()] as unknown as Drawn[];
  const registry = {
    get: (id: string) => drawn.get(id),
    getAll: () => elements,
    filter: (condition: (element: Drawn) => boolean) => elements.filter(condition),
  };
  return { get: () => registry } as unknown as Diagram;
}
