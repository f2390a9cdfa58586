import './bpmn.css';
import './properties/properties.css';

import Modeler from 'bpmn-js/lib/Modeler';
import { BpmnPropertiesPanelModule, BpmnPropertiesProviderModule } from 'bpmn-js-properties-panel';
import minimapModule from 'diagram-js-minimap';

import { arrangingModule } from './arranging/command';
import { sharedClipboardModule } from './clipboard';
import { moddleExtensions } from './descriptor';
import { type VendorDefaults, vendorDefaultsModule } from './gpm/vendorDefaults';
import { paletteKeysModule } from './keyboard/palette';
import { panelKeysModule } from './keyboard/panel';
import { translationModule } from './language/translation';
import { propertiesModule } from './properties/provider';
import type { Diagram } from './services';
import { togetherModule } from './together';

export type ModelerDiagram = Diagram & { get(name: 'vendorDefaults'): VendorDefaults };

/** The modeler: drawing, properties, minimap, and what it takes to use all of it with the keyboard. */
export function createModeler(container: HTMLElement, properties: HTMLElement): ModelerDiagram {
  return new Modeler({
    container,
    moddleExtensions,
    propertiesPanel: { parent: properties },
    additionalModules: [
      translationModule,
      minimapModule,
      BpmnPropertiesPanelModule,
      BpmnPropertiesProviderModule,
      vendorDefaultsModule,
      propertiesModule,
      sharedClipboardModule,
      arrangingModule,
      togetherModule,
      paletteKeysModule,
      panelKeysModule,
    ],
  });
}
