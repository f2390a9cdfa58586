import { useEffect, useState } from 'react';

import type { Drawing } from './Drawing';
import type { Side } from './signs';

interface Drawn {
  /** Takes the element that the drawing is put into. */
  setContainer: (container: HTMLDivElement | null) => void;
  drawing: Drawing | null;
  /** Why there is no drawing. */
  fault: unknown;
}

/** Draws a model when it is there. bpmn-js is loaded with the first drawing. */
export function useDrawing(xml: string | undefined, name: string, side: Side): Drawn {
  const [container, setContainer] = useState<HTMLDivElement | null>(null);
  const [drawing, setDrawing] = useState<Drawing | null>(null);
  const [fault, setFault] = useState<unknown>(null);

  useEffect(() => {
    if (xml === undefined || container === null) return;
    let isGone = false;
    let made: Drawing | null = null;
    const open = async () => {
      const { Drawing } = await import('./Drawing');
      const opened = isGone ? null : await Drawing.open(container, xml, name, side);
      // The page may have gone on meanwhile.
      if (isGone) opened?.destroy();
      else setDrawing((made = opened));
    };
    open().catch((error: unknown) => {
      if (!isGone) setFault(error);
    });
    return () => {
      isGone = true;
      made?.destroy();
      setDrawing(null);
      setFault(null);
    };
    // The name alone draws nothing anew.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [xml, container]);

  useEffect(() => {
    drawing?.describe(name);
  }, [drawing, name]);

  return { setContainer, drawing, fault };
}
