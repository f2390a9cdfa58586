import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';

import type { Finding } from '../../../api/failure';
import type { Diagram, Drawn } from '../../../bpmn/services';
import { elementOf } from './useChecks';

const signs = { error: '✕', warning: '!', info: 'i' } as const;

/** Marks elements with findings on the canvas: a sign for how serious the worst is, and how many there are. */
export function useMarks(diagram: Diagram | undefined, findings: readonly Finding[]): void {
  const { t } = useTranslation();
  useEffect(() => {
    if (diagram === undefined) return;
    const overlays = diagram.get('overlays');
    for (const [element, found] of byElement(diagram, findings)) {
      const [worst] = found;
      if (worst === undefined) continue;
      const mark = document.createElement('div');
      mark.className = `gpm-mark gpm-mark--${worst.severity}`;
      mark.textContent =
        found.length === 1 ? signs[worst.severity] : `${signs[worst.severity]} ${String(found.length)}`;
      mark.title = t('modelling.findings.mark', { count: found.length, first: worst.message });
      overlays.add(element.id, 'gpm-finding', { position: { top: -12, left: -8 }, html: mark });
    }
    return () => {
      overlays.remove({ type: 'gpm-finding' });
    };
  }, [diagram, findings, t]);
}

/** Findings come with the worst first. What only says how a server executes it is listed, but not marked: every model has some. */
function byElement(diagram: Diagram, findings: readonly Finding[]): Map<Drawn, Finding[]> {
  const found = new Map<Drawn, Finding[]>();
  for (const finding of findings) {
    if (finding.severity === 'info') continue;
    const element = elementOf(diagram, finding);
    if (element === undefined || element.parent === undefined) continue;
    found.set(element, [...(found.get(element) ?? []), finding]);
  }
  return found;
}
