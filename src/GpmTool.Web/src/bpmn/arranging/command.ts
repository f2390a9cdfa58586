import {
  type BpmnFactory,
  type Bounds,
  child,
  type CommandHandler,
  type CommandStack,
  type Diagram,
  type Drawn,
  type ElementRegistry,
  is,
  type Moddle,
  type Point,
} from '../services';
import { type Place, readPlaces } from './places';

interface Context {
  places: Map<string, Place>;
  before?: Map<Drawn, Place>;
}

/** Puts all elements where another drawing of the same model has them; one step for undo. */
class Arrange implements CommandHandler<Context> {
  static $inject = ['elementRegistry', 'bpmnFactory'];

  constructor(
    private readonly elements: ElementRegistry,
    private readonly factory: BpmnFactory,
  ) {}

  execute(context: Context): Drawn[] {
    const after = new Map<Drawn, Place>();
    for (const element of this.elements.getAll()) {
      const place = context.places.get(element.id);
      if (element.parent === undefined || element.labelTarget !== undefined || place === undefined) continue;
      const isLine = element.waypoints !== undefined;
      if (isLine ? place.waypoints !== undefined : place.bounds !== undefined) after.set(element, place);
    }

    context.before = new Map([...after.keys()].map((element) => [element, placeOf(element)]));
    return this.put(after);
  }

  revert(context: Context): Drawn[] {
    return this.put(context.before ?? new Map<Drawn, Place>());
  }

  private put(places: Map<Drawn, Place>): Drawn[] {
    const changed: Drawn[] = [];
    for (const [element, place] of places) {
      const { label } = element;
      if (place.waypoints !== undefined && element.waypoints !== undefined) {
        const middle = centre(element.waypoints);
        element.waypoints = place.waypoints.map((point) => ({ ...point }));
        element.di?.set(
          'waypoint',
          place.waypoints.map(({ x, y }) => this.factory.create('dc:Point', { x, y })),
        );
        if (label !== undefined) this.move(label, place.label ?? moved(label, middle, centre(place.waypoints)));
      } else if (place.bounds !== undefined) {
        const before = { x: element.x, y: element.y };
        // A collapsed sub-process keeps its size: the drawing was made for its content.
        const bounds = isCollapsed(element)
          ? { ...place.bounds, width: element.width, height: element.height }
          : place.bounds;
        this.move(element, bounds);
        if (label !== undefined) this.move(label, place.label ?? moved(label, before, bounds));
      }

      changed.push(element);
      if (label !== undefined) changed.push(label);
    }

    return changed;
  }

  private move(element: Drawn, bounds: Bounds): void {
    Object.assign(element, bounds);
    const di = element.labelTarget === undefined ? element.di : child(element.di, 'label');
    di?.set('bounds', this.bounds(di, bounds));
  }

  private bounds(di: Moddle, { x, y, width, height }: Bounds): Moddle {
    const bounds = this.factory.create('dc:Bounds', { x, y, width, height });
    bounds.$parent = di;
    return bounds;
  }
}

const isCollapsed = (element: Drawn) => is(element, 'bpmn:SubProcess') && element.di?.get('isExpanded') === false;

function placeOf(element: Drawn): Place {
  const { label } = element;
  const place: Place =
    element.waypoints === undefined
      ? { bounds: { x: element.x, y: element.y, width: element.width, height: element.height } }
      : { waypoints: element.waypoints.map(({ x, y }) => ({ x, y })) };
  if (label !== undefined) place.label = { x: label.x, y: label.y, width: label.width, height: label.height };
  return place;
}

const moved = (label: Bounds, from: Point, to: Point): Bounds => ({
  x: label.x + to.x - from.x,
  y: label.y + to.y - from.y,
  width: label.width,
  height: label.height,
});

const centre = (points: Point[]): Point => points[Math.floor(points.length / 2)] ?? { x: 0, y: 0 };

function registerArranging(commandStack: CommandStack): void {
  commandStack.registerHandler('gpm.arrange', Arrange);
}
registerArranging.$inject = ['commandStack'];

/** Draws the model as another file with the same elements draws it. */
export async function arrange(diagram: Diagram, drawnXml: string): Promise<void> {
  const places = await readPlaces(diagram.get('moddle'), drawnXml);
  diagram.get('commandStack').execute('gpm.arrange', { places });
}

export const arrangingModule = {
  __init__: ['gpmArranging'],
  gpmArranging: ['factory', registerArranging],
};
