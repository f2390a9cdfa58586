import { useTranslation } from 'react-i18next';

import type { Health } from './health';

const looks = { checking: 'info', ready: 'success', notReady: 'warning', unreachable: 'danger' } as const;

export function HealthBadge({ health }: { health: Health }) {
  const { t } = useTranslation();
  return (
    <section aria-labelledby="health">
      <h2 id="health" className="kern-heading-small">
        {t('health.heading')}
      </h2>
      <div role="status" className={`gpm-health kern-badge kern-badge--${looks[health]}`}>
        <span className={`kern-icon kern-icon--${looks[health]}`} aria-hidden="true"></span>
        <span className="kern-label">{t(`health.${health}`)}</span>
      </div>
    </section>
  );
}
