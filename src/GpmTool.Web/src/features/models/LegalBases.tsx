import { useTranslation } from 'react-i18next';

import type { Schema } from '../../api/client';
import { Badge } from '../../app/Badge';

/** What the process rests on, and whether somebody checked the wording. */
export function LegalBases({ bases }: { bases: Schema['ProcessLegalBasis'][] }) {
  const { t } = useTranslation();
  return (
    <section className="gpm-section" aria-labelledby="legal">
      <h2 id="legal" className="kern-heading-medium">
        {t('models.legal.heading')}
      </h2>
      {bases.length === 0 && <p className="kern-body gpm-muted">{t('models.legal.none')}</p>}
      <ul className="gpm-list gpm-list--plain">
        {bases.map(({ citation, verified, note }) => (
          <li key={citation} className="kern-body">
            <span className="gpm-badges">
              <strong>{citation}</strong>
              <Badge look={verified ? 'success' : 'warning'}>
                {t(verified ? 'models.legal.verified' : 'models.legal.unverified')}
              </Badge>
            </span>
            {typeof note === 'string' && <div className="kern-body--small gpm-muted">{note}</div>}
          </li>
        ))}
      </ul>
    </section>
  );
}
