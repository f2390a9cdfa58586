import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';

import { meKey } from '../../../api/queries';
import { useMe } from '../../../app/me';
import { own } from '../../../bpmn/gpm/reading';
import { createModeler, type ModelerDiagram } from '../../../bpmn/modeler';
import { saveDraft } from '../documents';
import { Autosave, type Saving } from '../saving/autosave';
import { forgetOwnCopy, keepCopy } from '../saving/recovery';
import type { Opened } from './Editor';

export interface EditorState {
  /** Undefined until the document is drawn. */
  diagram: ModelerDiagram | undefined;
  autosave: Autosave | undefined;
  saving: Saving;
  /** Why it cannot be drawn. */
  fault: string | undefined;
  /** What bpmn-js did not understand. */
  warnings: string[];
  /** Counts changes of the document, for what follows it. */
  edits: number;
  /** Whether unsaved work can be kept on this device. */
  isKept: boolean;
  /** Puts another document in place of this one; throws where bpmn-js cannot draw it. */
  show: (xml: string) => Promise<void>;
}

/** A modeler in two containers, its document saved while somebody works on it. */
export function useEditor(model: string, opened: Opened) {
  const queries = useQueryClient();
  const me = useMe();
  const [account] = useState(() => me?.id ?? 'nobody');
  const canvas = useRef<HTMLDivElement>(null);
  const properties = useRef<HTMLDivElement>(null);
  const [diagram, setDiagram] = useState<ModelerDiagram>();
  const [autosave, setAutosave] = useState<Autosave>();
  const [saving, setSaving] = useState<Saving>({ kind: 'saved', at: null });
  const [fault, setFault] = useState<string>();
  const [warnings, setWarnings] = useState<string[]>([]);
  const [edits, setEdits] = useState(0);
  const [isKept, setIsKept] = useState(true);

  useEffect(() => {
    if (canvas.current === null || properties.current === null) return;
    const modeler = createModeler(canvas.current, properties.current);
    let isGone = false;
    const saver = new Autosave(
      {
        write: async () => (await modeler.saveXML({ format: true })).xml ?? '',
        save: (xml, etag) => saveDraft(model, xml, etag),
        keep: (xml, base) => {
          setIsKept(keepCopy(account, model, { xml, base: base.xml, etag: base.etag, version: opened.number }));
        },
        forget: () => {
          forgetOwnCopy(account, model);
        },
        changed: (state) => {
          if (isGone) return;
          setSaving(state);
          if (state.kind === 'loggedOut') void queries.invalidateQueries({ queryKey: meKey });
        },
      },
      { xml: opened.xml, etag: opened.etag },
    );
    modeler.get('eventBus').on('commandStack.changed', (event) => {
      // Importing clears the stack: nobody changed anything.
      if (event['trigger'] === 'clear') return;
      saver.edited();
      setEdits((count) => count + 1);
    });
    modeler.importXML(opened.xml).then(
      ({ warnings: noticed }) => {
        if (isGone) return;
        prepare(modeler, opened.view);
        setWarnings(noticed.map(String));
        setDiagram(modeler);
        setAutosave(saver);
      },
      (error: unknown) => {
        if (!isGone) setFault(error instanceof Error ? error.message : String(error));
      },
    );
    return () => {
      isGone = true;
      setDiagram(undefined);
      void saver.finish().finally(() => {
        modeler.destroy();
      });
    };
    // The document is opened once; what the server has later is a matter of saving.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);

  // Logged in again: what could not be saved is saved now.
  const isLoggedIn = me !== null;
  useEffect(() => {
    if (isLoggedIn && autosave?.state.kind === 'loggedOut') void autosave.flush();
  }, [isLoggedIn, autosave]);

  useEffect(() => {
    if (autosave === undefined) return;
    const now = () => void autosave.flush();
    const hidden = () => {
      if (document.visibilityState === 'hidden') now();
    };
    const leaving = (event: BeforeUnloadEvent) => {
      if (autosave.hasUnsaved) event.preventDefault();
    };
    const pressed = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 's') return;
      event.preventDefault();
      now();
    };
    window.addEventListener('online', now);
    window.addEventListener('beforeunload', leaving);
    window.addEventListener('keydown', pressed);
    document.addEventListener('visibilitychange', hidden);
    return () => {
      window.removeEventListener('online', now);
      window.removeEventListener('beforeunload', leaving);
      window.removeEventListener('keydown', pressed);
      document.removeEventListener('visibilitychange', hidden);
    };
  }, [autosave]);

  const show = async (xml: string) => {
    if (diagram === undefined) return;
    await diagram.importXML(xml);
    prepare(diagram, undefined);
    setEdits((count) => count + 1);
  };

  const state: EditorState = { diagram, autosave, saving, fault, warnings, edits, isKept, show };
  return { state, account, canvas, properties };
}

function prepare(modeler: ModelerDiagram, view: unknown): void {
  const elements = modeler.get('elementRegistry');
  if (view !== undefined) {
    modeler.get('vendorDefaults').load(view, (id) => own(elements.get(id)?.businessObject, 'gpm:Step') !== undefined);
  }
  lookAt(modeler);
}

/** Shows all of a small model; of a large one its beginning, large enough to be read. */
function lookAt(modeler: ModelerDiagram): void {
  const canvas = modeler.get('canvas');
  canvas.zoom('fit-viewport', 'auto');
  const { scale, inner, width, height } = canvas.viewbox();
  const legible = Math.min(1, Math.max(scale, 0.6));
  const [wide, high] = [(width * scale) / legible, (height * scale) / legible];
  // The palette covers the left edge; where there is little height it has two columns.
  const covered = canvas.getContainer().querySelector<HTMLElement>('.djs-palette')?.offsetWidth ?? 0;
  const palette = (covered + 30) / legible;
  const isWhole = inner.width + palette <= wide && inner.height <= high;
  canvas.viewbox({
    x: isWhole ? inner.x - Math.max(palette, (wide - inner.width) / 2) : inner.x - palette,
    y: inner.height <= high ? inner.y - (high - inner.height) / 2 : inner.y - 20 / legible,
    width: wide,
    height: high,
  });
}
