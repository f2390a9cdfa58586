import { useEffect, useReducer } from 'react';

import type { Diagram } from '../../../bpmn/services';

/** Renders anew when the document or the selection of a diagram changes. */
export function useDiagramState(diagram: Diagram | undefined): { selected: string | undefined; selectedIds: string[] } {
  const [, bump] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    if (diagram === undefined) return;
    const eventBus = diagram.get('eventBus');
    const events = [
      'selection.changed',
      'elements.changed',
      'import.done',
      'commandStack.changed',
      'shape.added',
      'shape.removed',
    ];
    let isWaiting = false;
    const changed = () => {
      if (isWaiting) return;
      isWaiting = true;
      // One change of the model fires many events.
      queueMicrotask(() => {
        isWaiting = false;
        bump();
      });
    };
    eventBus.on(events, changed);
    return () => {
      eventBus.off(events, changed);
    };
  }, [diagram]);
  const selectedIds =
    diagram
      ?.get('selection')
      .get()
      .map((one) => one.labelTarget?.id ?? one.id) ?? [];
  return { selected: selectedIds.length === 1 ? selectedIds[0] : undefined, selectedIds };
}
