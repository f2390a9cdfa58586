import { useEffect, useState } from 'react';

import { Failure, type Finding } from '../../../api/failure';
import type { Diagram, Drawn } from '../../../bpmn/services';
import { text } from '../../../bpmn/services';
import { checkDocument } from '../documents';

/** How long nobody must have changed anything before the document is checked. */
const quiet = 1_000;

export interface Checks {
  findings: Finding[];
  isChecking: boolean;
  /** Why it could not be checked: the server is gone, or cannot read the document. */
  failure: Failure | undefined;
}

/** What the API finds in the document as it stands in the editor. */
export function useChecks(diagram: Diagram | undefined, edits: number, language: string): Checks {
  const [checks, setChecks] = useState<Checks>({ findings: [], isChecking: true, failure: undefined });
  useEffect(() => {
    if (diagram === undefined) return;
    const controller = new AbortController();
    const timer = setTimeout(
      () => {
        setChecks((before) => ({ ...before, isChecking: true }));
        void (async () => {
          try {
            const { xml = '' } = await diagram.saveXML();
            const { findings } = await checkDocument(xml, controller.signal);
            setChecks({ findings, isChecking: false, failure: undefined });
          } catch (error) {
            if (controller.signal.aborted) return;
            if (!(error instanceof Failure)) throw error;
            setChecks((before) => ({ ...before, isChecking: false, failure: error }));
          }
        })();
      },
      edits === 0 ? 0 : quiet,
    );
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [diagram, edits, language]);
  return checks;
}

/** The element that a finding is about; ids that are no names stand in our own attribute. */
export function elementOf(diagram: Diagram, finding: Finding): Drawn | undefined {
  const id = finding.elementId;
  if (typeof id !== 'string') return undefined;
  const elements = diagram.get('elementRegistry');
  return elements.get(id) ?? elements.filter((one) => text(one.businessObject, 'gpm:elementId') === id)[0];
}
