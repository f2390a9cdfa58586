import { useTranslation } from 'react-i18next';

import { de } from '../../i18n/de';
import type { SollState } from './overview';

export function SollBadges({ soll }: { soll: SollState }) {
  const { t } = useTranslation();
  // Every state after published is of a published version, too; only published itself says so already.
  const saysMore = soll.published && soll.state !== 'published';
  return (
    <span className="gpm-badges">
      <span>{t('processes.version', { version: soll.version })}</span>
      <span className="kern-badge kern-badge--info kern-badge--small">
        <span className="kern-label">{isKnown(soll.state) ? t(`states.${soll.state}`) : soll.state}</span>
      </span>
      {saysMore && (
        <span className="kern-badge kern-badge--success kern-badge--small">
          <span className="kern-icon kern-icon--success" aria-hidden="true"></span>
          <span className="kern-label">{t('processes.published')}</span>
        </span>
      )}
    </span>
  );
}

/** A newer server may know more states than this page: they are shown as they are. */
function isKnown(state: string): state is keyof typeof de.states {
  return Object.hasOwn(de.states, state);
}
