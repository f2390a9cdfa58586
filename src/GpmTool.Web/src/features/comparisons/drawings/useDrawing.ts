import { type RefObject, useEffect, useRef, useState } from 'react';

import type { Drawing } from './Drawing';

interface Drawn {
  container: RefObject<HTMLDivElement | null>;
  drawing: Drawing | null;
  /** Why there is no drawing. */
  fault: unknown;
}

/** Draws a model when it is there. bpmn-js is loaded with the first drawing. */
export function useDrawing(xml: string | undefined, name: string): Drawn {
  const container = useRef<HTMLDivElement>(null);
  const [drawing, setDrawing] = useState<Drawing | null>(null);
  const [fault, setFault] = useState<unknown>(null);

  useEffect(() => {
    const place = container.current;
    if (xml === undefined || place === null) return;
    let isGone = false;
    let made: Drawing | null = null;
    const open = async () => {
      const { Drawing } = await import('./Drawing');
      const opened = isGone ? null : await Drawing.open(place, xml, name);
      // The page may have gone on meanwhile.
      if (isGone as boolean) opened?.destroy();
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
  }, [xml]);

  useEffect(() => {
    drawing?.describe(name);
  }, [drawing, name]);

  return { container, drawing, fault };
}
