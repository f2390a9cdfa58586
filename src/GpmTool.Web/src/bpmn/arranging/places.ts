import { type Bounds, child, children, type Moddle, type ModdleReader, type Point } from '../services';

/** Where a drawing shows an element. */
export interface Place {
  bounds?: Bounds;
  label?: Bounds;
  waypoints?: Point[];
}

/** The same model without any drawing. */
export function withoutDrawing(xml: string): string {
  const document = new DOMParser().parseFromString(xml, 'application/xml');
  const drawings = document.getElementsByTagNameNS('http://www.omg.org/spec/BPMN/20100524/DI', 'BPMNDiagram');
  for (const drawing of Array.from(drawings)) drawing.remove();
  return new XMLSerializer().serializeToString(document);
}

/** The places that the drawings of a file give to its elements, by the id of the element. */
export async function readPlaces(moddle: ModdleReader, xml: string): Promise<Map<string, Place>> {
  const { rootElement } = await moddle.fromXML(xml);
  const places = new Map<string, Place>();
  for (const diagram of children(rootElement, 'diagrams')) {
    for (const drawn of children(child(diagram, 'plane'), 'planeElement')) {
      const id = child(drawn, 'bpmnElement')?.id;
      if (id === undefined) continue;
      const place: Place = {};
      const bounds = boundsOf(child(drawn, 'bounds'));
      const label = boundsOf(child(child(drawn, 'label'), 'bounds'));
      const waypoints = children(drawn, 'waypoint').map((point) => ({ x: number(point, 'x'), y: number(point, 'y') }));
      if (bounds !== undefined) place.bounds = bounds;
      if (label !== undefined) place.label = label;
      if (waypoints.length > 1) place.waypoints = waypoints;
      places.set(id, place);
    }
  }

  return places;
}

function boundsOf(bounds: Moddle | undefined): Bounds | undefined {
  if (bounds === undefined) return undefined;
  return {
    x: number(bounds, 'x'),
    y: number(bounds, 'y'),
    width: number(bounds, 'width'),
    height: number(bounds, 'height'),
  };
}

function number(moddle: Moddle, name: string): number {
  const value = moddle.get(name);
  return typeof value === 'number' && Number.isFinite(value) ? value : 0;
}
