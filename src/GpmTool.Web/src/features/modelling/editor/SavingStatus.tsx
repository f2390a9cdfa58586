import { useTranslation } from 'react-i18next';

import { Button } from '../../../app/Button';
import type { Saving } from '../saving/autosave';

interface SavingStatusProps {
  saving: Saving;
  isKept: boolean;
  onSave: () => void;
  /** To the dialog that was put off. */
  onDecide: () => void;
}

/** Whether the work is saved, in words; said to screen readers when it changes. */
export function SavingStatus({ saving, isKept, onSave, onDecide }: SavingStatusProps) {
  const { t, i18n } = useTranslation();
  const { kind } = saving;
  const isFine = kind === 'saved' || kind === 'saving' || kind === 'changed';
  const words =
    kind === 'saved'
      ? saving.at === null
        ? t('modelling.saving.opened')
        : t('modelling.saving.saved', { time: saving.at.toLocaleTimeString(i18n.language) })
      : kind === 'refused'
        ? t('modelling.saving.refused', {
            reason: `${saving.failure.detail} ${saving.failure.remedy}`.trim() || saving.failure.code,
          })
        : t(`modelling.saving.${kind}`);
  return (
    <div className={`gpm-saving gpm-saving--${isFine ? 'fine' : 'open'}`}>
      {/* Each keystroke changes it twice: only what needs somebody is said at once. */}
      <p role={isFine ? undefined : 'alert'} data-saving={kind}>
        {!isFine && <span className="kern-icon kern-icon--warning" aria-hidden="true"></span>}
        {words}
      </p>
      {!isKept && <p role="alert">{t('modelling.saving.noRoom')}</p>}
      {(kind === 'outdated' || kind === 'draftGone') && (
        <Button small look="primary" onClick={onDecide}>
          {t('modelling.saving.decide')}
        </Button>
      )}
      {(kind === 'offline' || kind === 'refused') && (
        <Button small onClick={onSave}>
          {t('modelling.saving.now')}
        </Button>
      )}
    </div>
  );
}
