import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { announce } from '../../../app/announce';
import { arrange } from '../../../bpmn/arranging/command';
import { withoutDrawing } from '../../../bpmn/arranging/places';
import type { Diagram } from '../../../bpmn/services';
import { layOut } from '../documents';

/** What the buttons above the canvas do. */
export function useTools(diagram: Diagram | undefined) {
  const { t } = useTranslation();
  const [failure, setFailure] = useState<unknown>();
  const [isArranging, setIsArranging] = useState(false);

  const selected = () => diagram?.get('selection').get() ?? [];
  const zoom = (factor: number) => {
    const canvas = diagram?.get('canvas');
    if (canvas === undefined) return;
    canvas.zoom(Math.min(4, Math.max(0.2, canvas.viewbox().scale * factor)), 'auto');
  };

  return {
    failure,
    isArranging,
    undo: () => diagram?.get('commandStack').undo(),
    redo: () => diagram?.get('commandStack').redo(),
    copy: () => {
      if (selected().length === 0) {
        announce(t('modelling.toolbar.nothingSelected'));
        return;
      }
      diagram?.get('copyPaste').copy(selected());
      announce(t('modelling.toolbar.copied'));
    },
    paste: () => {
      if (diagram === undefined) return;
      // Without a pointer it goes into the middle of what is visible.
      const canvas = diagram.get('canvas');
      const { x, y, width, height } = canvas.viewbox();
      diagram
        .get('copyPaste')
        .paste({ element: canvas.getRootElement(), point: { x: x + width / 2, y: y + height / 2 } });
    },
    remove: () => {
      if (selected().length === 0) {
        announce(t('modelling.toolbar.nothingSelected'));
        return;
      }
      diagram?.get('modeling').removeElements([...selected()]);
      announce(t('modelling.toolbar.removed'));
    },
    arrange: async () => {
      if (diagram === undefined) return;
      setIsArranging(true);
      setFailure(undefined);
      try {
        const { xml = '' } = await diagram.saveXML();
        await arrange(diagram, await layOut(withoutDrawing(xml)));
        diagram.get('canvas').zoom('fit-viewport', 'auto');
        announce(t('modelling.toolbar.arranged'));
      } catch (error) {
        setFailure(error);
      } finally {
        setIsArranging(false);
      }
    },
    zoomIn: () => {
      zoom(1.25);
    },
    zoomOut: () => {
      zoom(0.8);
    },
    fit: () => diagram?.get('canvas').zoom('fit-viewport', 'auto'),
  };
}
