import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { Schema } from '../../../api/client';
import { announce } from '../../../app/announce';
import { Button } from '../../../app/Button';
import { FailureNotice } from '../../../app/FailureNotice';
import { useFormat } from '../../../app/format';
import { Notice } from '../../../app/Notice';
import { Broken } from '../Broken';
import { download } from '../download';
import { type Copy, copiesOf, forgetCopy } from '../saving/recovery';
import { AppendDialog } from './AppendDialog';
import { ConflictDialog } from './ConflictDialog';
import { ConnectDialog } from './ConnectDialog';
import { ElementsPanel } from './ElementsPanel';
import { FileDialog } from './FileDialog';
import { FindingsPanel } from './FindingsPanel';
import { FreezeDialog } from './FreezeDialog';
import { GoneDialog } from './GoneDialog';
import { KeysDialog } from './KeysDialog';
import { RecoveryDialog } from './RecoveryDialog';
import { SavingStatus } from './SavingStatus';
import { Toolbar } from './Toolbar';
import { useChecks } from './useChecks';
import { useDiagramState } from './useDiagramState';
import { useEditor } from './useEditor';
import { useMarks } from './useMarks';
import { useTools } from './useTools';

/** A draft as it was read. */
export interface Opened {
  xml: string;
  etag: string;
  /** The same in the API's words. */
  view: unknown;
  /** Its number. */
  number: number;
}

interface EditorProps {
  model: Schema['ModelResponse'];
  opened: Opened;
  /** The draft is frozen or given up. */
  onLeave: () => void;
}

type Asked = 'append' | 'connect' | 'keys' | 'freeze' | 'file';

export default function Editor({ model, opened, onLeave }: EditorProps) {
  const { t, i18n } = useTranslation();
  const { dateTime } = useFormat();
  const { state, account, canvas, properties } = useEditor(model.id, opened);
  const { diagram, autosave, saving, fault, warnings, edits, isKept, show } = state;
  const { selected } = useDiagramState(diagram);
  const checks = useChecks(diagram, edits, i18n.language);
  useMarks(diagram, checks.findings);
  const tools = useTools(diagram);
  const frame = useRef<HTMLDivElement>(null);
  const isFullScreen = useFullScreen(frame);
  const [asked, setAsked] = useState<Asked>();
  const [copy, setCopy] = useState<Copy | undefined>(() => copiesOf(account, model.id)[0]);
  // My version while somebody has to decide about it; put off with "later".
  const [mine, setMine] = useState<string>();
  // What stood here before a file was opened: the modeler's undo ends there.
  const [replaced, setReplaced] = useState<string>();
  const close = () => {
    setAsked(undefined);
  };

  const needsDecision = saving.kind === 'outdated' || saving.kind === 'draftGone';
  const decide = () => {
    void diagram?.saveXML({ format: true }).then(({ xml = '' }) => {
      setMine(xml);
    });
  };
  useEffect(() => {
    if (needsDecision) decide();
    // The dialog opens when it becomes necessary, not with every change.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [saving.kind]);

  const isOutdated = copy !== undefined && (copy.version !== opened.number || copy.etag !== opened.etag);
  const restore = async (kept: Copy) => {
    await show(kept.xml);
    // What the work began with: a save on another draft, or on a changed one, has to be refused and decided about.
    autosave?.goOn(
      { xml: kept.base === '' ? opened.xml : kept.base, etag: kept.version === opened.number ? kept.etag : '"0"' },
      false,
    );
    forgetCopy(kept.key);
    setCopy(undefined);
    announce(t('modelling.recovery.restored', { time: dateTime(kept.at) }));
  };

  const putBack = async (before: string) => {
    await show(before);
    autosave?.edited();
    setReplaced(undefined);
    announce(t('modelling.file.isBack'));
  };

  const openProperties = () => {
    const field = properties.current?.querySelector<HTMLElement>(
      '.bio-properties-panel-group-header.open + * .bio-properties-panel-input',
    );
    (field ?? properties.current?.querySelector<HTMLElement>('button, input'))?.focus();
  };

  if (fault !== undefined) return <Broken xml={opened.xml} reason={fault} />;
  return (
    <div ref={frame} className="gpm-editor-frame">
      {warnings.length > 0 && (
        <Notice look="warning" title={t('modelling.warnings.title', { count: warnings.length })}>
          <p>{t('modelling.warnings.body')}</p>
          <ul className="gpm-list">
            {warnings.slice(0, 20).map((warning, at) => (
              <li key={at}>{warning}</li>
            ))}
          </ul>
        </Notice>
      )}
      {replaced !== undefined && (
        <Notice look="info" title={t('modelling.file.opened')}>
          <div className="gpm-actions">
            <Button small onClick={() => void putBack(replaced)}>
              {t('modelling.file.back')}
            </Button>
            <Button
              small
              look="tertiary"
              onClick={() => {
                setReplaced(undefined);
              }}
            >
              {t('app.close')}
            </Button>
          </div>
        </Notice>
      )}
      {tools.failure !== undefined && <FailureNotice error={tools.failure} />}
      <Toolbar
        diagram={diagram}
        tools={tools}
        isFullScreen={isFullScreen}
        onAppend={() => {
          setAsked('append');
        }}
        onConnect={() => {
          setAsked('connect');
        }}
        onFullScreen={() => {
          void (isFullScreen ? document.exitFullscreen() : frame.current?.requestFullscreen());
        }}
        onOpenFile={() => {
          setAsked('file');
        }}
        onDownload={() => {
          void diagram?.saveXML({ format: true }).then(({ xml = '' }) => {
            download(xml, model.name);
          });
        }}
        onKeys={() => {
          setAsked('keys');
        }}
        onFreeze={() => {
          setAsked('freeze');
        }}
      />
      <SavingStatus saving={saving} isKept={isKept} onSave={() => void autosave?.flush()} onDecide={decide} />
      <div className="gpm-editor">
        <ElementsPanel
          diagram={diagram}
          onOpen={openProperties}
          onAppend={() => {
            setAsked('append');
          }}
          onRemove={tools.remove}
        />
        <section className="gpm-editor__canvas" aria-label={t('modelling.canvas')}>
          <div ref={canvas} className="gpm-bpmn"></div>
        </section>
        <section className="gpm-editor__properties" aria-label={t('modelling.properties')}>
          <div ref={properties} className="gpm-properties bio-theme-parent"></div>
        </section>
        <FindingsPanel diagram={diagram} checks={checks} />
      </div>
      {diagram !== undefined && asked === 'append' && (
        <AppendDialog diagram={diagram} after={selected} onClose={close} />
      )}
      {diagram !== undefined && asked === 'connect' && (
        <ConnectDialog diagram={diagram} from={selected} onClose={close} />
      )}
      {asked === 'keys' && <KeysDialog onClose={close} />}
      {diagram !== undefined && autosave !== undefined && asked === 'file' && (
        <FileDialog diagram={diagram} autosave={autosave} show={show} onReplaced={setReplaced} onClose={close} />
      )}
      {autosave !== undefined && asked === 'freeze' && (
        <FreezeDialog
          model={model.id}
          version={opened.number}
          errors={checks.findings.filter((finding) => finding.severity === 'error').length}
          autosave={autosave}
          onFrozen={onLeave}
          onClose={close}
        />
      )}
      {diagram !== undefined && copy !== undefined && (
        <RecoveryDialog
          copy={copy}
          name={model.name}
          isOutdated={isOutdated}
          onRestore={() => void restore(copy)}
          onDiscard={() => {
            forgetCopy(copy.key);
            setCopy(copiesOf(account, model.id)[0]);
          }}
        />
      )}
      {autosave !== undefined && mine !== undefined && saving.kind === 'outdated' && (
        <ConflictDialog
          model={model.id}
          version={opened.number}
          name={model.name}
          mine={mine}
          autosave={autosave}
          show={show}
          onClose={() => {
            setMine(undefined);
          }}
        />
      )}
      {autosave !== undefined && mine !== undefined && saving.kind === 'draftGone' && (
        <GoneDialog
          model={model.id}
          name={model.name}
          mine={mine}
          autosave={autosave}
          onGaveUp={() => {
            autosave.goOn(autosave.saved, true);
            onLeave();
          }}
          onClose={() => {
            setMine(undefined);
          }}
        />
      )}
    </div>
  );
}

function useFullScreen(frame: React.RefObject<HTMLElement | null>): boolean {
  const [isFullScreen, setIsFullScreen] = useState(false);
  useEffect(() => {
    const changed = () => {
      setIsFullScreen(document.fullscreenElement !== null && document.fullscreenElement === frame.current);
    };
    document.addEventListener('fullscreenchange', changed);
    return () => {
      document.removeEventListener('fullscreenchange', changed);
    };
  }, [frame]);
  return isFullScreen;
}
