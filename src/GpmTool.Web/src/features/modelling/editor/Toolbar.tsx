import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import type { Diagram } from '../../../bpmn/services';
import { useDiagramState } from './useDiagramState';
import type { useTools } from './useTools';

interface ToolbarProps {
  diagram: Diagram | undefined;
  tools: ReturnType<typeof useTools>;
  isFullScreen: boolean;
  onAppend: () => void;
  onConnect: () => void;
  onFullScreen: () => void;
  onOpenFile: () => void;
  onDownload: () => void;
  onKeys: () => void;
  onFreeze: () => void;
}

/** The buttons above the canvas. Each is a tab stop: a toolbar with one would hide most of them from who does not know it. */
export function Toolbar({ diagram, tools, isFullScreen, ...on }: ToolbarProps) {
  const { t } = useTranslation();
  const { selectedIds } = useDiagramState(diagram);
  const stack = diagram?.get('commandStack');
  const isReady = diagram !== undefined;
  const hasSelection = selectedIds.length > 0;
  return (
    <div className="gpm-toolbar" role="group" aria-label={t('modelling.toolbar.label')}>
      <Group>
        <Tool isMain onClick={on.onAppend} isOff={!isReady}>
          {t('modelling.toolbar.append')}
        </Tool>
        <Tool onClick={on.onConnect} isOff={!isReady}>
          {t('modelling.toolbar.connect')}
        </Tool>
      </Group>
      <Group>
        <Tool onClick={() => tools.undo()} isOff={stack?.canUndo() !== true}>
          {t('modelling.toolbar.undo')}
        </Tool>
        <Tool onClick={() => tools.redo()} isOff={stack?.canRedo() !== true}>
          {t('modelling.toolbar.redo')}
        </Tool>
      </Group>
      <Group>
        <Tool onClick={tools.copy} isOff={!hasSelection}>
          {t('modelling.toolbar.copy')}
        </Tool>
        <Tool onClick={tools.paste} isOff={!isReady}>
          {t('modelling.toolbar.paste')}
        </Tool>
        <Tool onClick={tools.remove} isOff={!hasSelection}>
          {t('modelling.toolbar.remove')}
        </Tool>
      </Group>
      <Group>
        <Tool onClick={() => void tools.arrange()} isOff={!isReady || tools.isArranging}>
          {t('modelling.toolbar.arrange')}
        </Tool>
        <Tool onClick={tools.zoomOut} isOff={!isReady}>
          {t('modelling.toolbar.zoomOut')}
        </Tool>
        <Tool onClick={tools.zoomIn} isOff={!isReady}>
          {t('modelling.toolbar.zoomIn')}
        </Tool>
        <Tool onClick={() => tools.fit()} isOff={!isReady}>
          {t('modelling.toolbar.fit')}
        </Tool>
        <Tool onClick={on.onFullScreen}>
          {t(isFullScreen ? 'modelling.toolbar.leaveFullScreen' : 'modelling.toolbar.fullScreen')}
        </Tool>
      </Group>
      <Group>
        <Tool onClick={on.onOpenFile} isOff={!isReady}>
          {t('modelling.toolbar.open')}
        </Tool>
        <Tool onClick={on.onDownload} isOff={!isReady}>
          {t('modelling.toolbar.download')}
        </Tool>
        <Tool onClick={on.onKeys}>{t('modelling.toolbar.keys')}</Tool>
      </Group>
      <Group>
        <Tool onClick={on.onFreeze} isOff={!isReady}>
          {t('modelling.toolbar.freeze')}
        </Tool>
      </Group>
    </div>
  );
}

const Group = ({ children }: { children: ReactNode }) => <div className="gpm-toolbar__group">{children}</div>;

interface ToolProps {
  onClick: () => void;
  isOff?: boolean;
  isMain?: boolean;
  children: ReactNode;
}

/** A small button; one that can do nothing now stays where the focus finds it. */
function Tool({ onClick, isOff = false, isMain = false, children }: ToolProps) {
  return (
    <button
      type="button"
      className={`gpm-tool${isMain ? ' gpm-tool--main' : ''}`}
      aria-disabled={isOff ? true : undefined}
      onClick={() => {
        if (!isOff) onClick();
      }}
    >
      {children}
    </button>
  );
}
