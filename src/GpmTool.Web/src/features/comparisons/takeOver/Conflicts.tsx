import { useTranslation } from 'react-i18next';

import type { Schema } from '../../../api/client';
import { Notice } from '../../../app/Notice';

type Conflict = Schema['ConflictResponse'];

/** Where the draft has changed the same differently: what it says, and what would be taken over. */
export function Conflicts({ conflicts }: { conflicts: readonly Conflict[] }) {
  const { t } = useTranslation();
  if (conflicts.length === 0) return null;
  const say = ({ oldValue, newValue }: Conflict['ours']) =>
    t('comparisons.takeOver.fromTo', { before: oldValue ?? '–', after: newValue ?? '–' });
  return (
    <Notice look="danger" role="alert" title={t('comparisons.takeOver.conflicts', { count: conflicts.length })}>
      <p>{t('comparisons.takeOver.conflictsHelp')}</p>
      <ul className="gpm-list">
        {conflicts.map(({ elementId, elementName, ours, theirs }, index) => (
          <li key={`${elementId} ${String(index)}`}>
            {t('comparisons.takeOver.conflict', {
              name: elementName ?? elementId,
              ours: say(ours),
              theirs: say(theirs),
            })}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
