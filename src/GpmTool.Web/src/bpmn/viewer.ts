import './bpmn.css';

import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import minimapModule from 'diagram-js-minimap';

import { moddleExtensions } from './descriptor';
import { translationModule } from './language/translation';
import type { Diagram } from './services';

/** A drawing to look at: moved and zoomed, never changed. */
export function createViewer(container: HTMLElement): Diagram {
  return new NavigatedViewer({
    container,
    moddleExtensions,
    additionalModules: [translationModule, minimapModule],
  });
}
