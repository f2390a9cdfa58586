import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';

import { translationModule } from '../../../bpmn/language/translation';
import type { Diagram } from '../../../bpmn/services';

/** A drawing that can be put anywhere. */
export interface Viewer extends Diagram {
  attachTo(container: HTMLElement): void;
}

const prepared = new Map<string, Promise<Viewer>>();

/** Draws models that will be asked for soon, while there is time; those of an earlier comparison are given up. */
export function prepare(xml: string): void {
  if (prepared.has(xml)) return;
  for (const [old, viewer] of [...prepared].slice(0, Math.max(0, prepared.size - 1))) {
    prepared.delete(old);
    void viewer.then((given) => {
      given.destroy();
    }, ignore);
  }
  const viewer = draw(xml);
  viewer.catch(ignore); // who takes it is told
  prepared.set(xml, viewer);
}

/** A drawing of the model, prepared or made now. Throws what bpmn-js says of a model that cannot be drawn. */
export function take(xml: string): Promise<Viewer> {
  const viewer = prepared.get(xml);
  prepared.delete(xml);
  return viewer ?? draw(xml);
}

const ignore = () => undefined;

async function draw(xml: string): Promise<Viewer> {
  const viewer = new NavigatedViewer({
    additionalModules: [translationModule],
    canvas: { deferUpdate: false }, // the other drawing follows at once
  }) as unknown as Viewer;
  try {
    await viewer.importXML(xml);
    return viewer;
  } catch (error) {
    viewer.destroy();
    throw error;
  }
}
