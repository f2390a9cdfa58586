import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { Diagram } from '../../bpmn/services';
import { createViewer } from '../../bpmn/viewer';
import { Broken } from './Broken';
import { ElementsPanel } from './editor/ElementsPanel';

/** A model to look at. */
export default function Viewer({ xml }: { xml: string }) {
  const { t } = useTranslation();
  const container = useRef<HTMLDivElement>(null);
  const [diagram, setDiagram] = useState<Diagram>();
  const [fault, setFault] = useState<string>();

  useEffect(() => {
    if (container.current === null) return;
    const viewer = createViewer(container.current);
    let isGone = false;
    viewer.importXML(xml).then(
      () => {
        if (isGone) return;
        viewer.get('canvas').zoom('fit-viewport', 'auto');
        setDiagram(viewer);
      },
      (error: unknown) => {
        if (!isGone) setFault(error instanceof Error ? error.message : String(error));
      },
    );
    return () => {
      isGone = true;
      setDiagram(undefined);
      viewer.destroy();
    };
  }, [xml]);

  return (
    <>
      {fault !== undefined && <Broken xml={xml} reason={fault} />}
      <div className="gpm-editor gpm-editor--reading">
        <ElementsPanel diagram={diagram} />
        <section className="gpm-editor__canvas" aria-label={t('modelling.viewer')}>
          <div ref={container} className="gpm-bpmn"></div>
        </section>
      </div>
    </>
  );
}
