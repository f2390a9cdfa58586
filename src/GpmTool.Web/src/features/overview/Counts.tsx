import { useTranslation } from 'react-i18next';

import type { Schema } from '../../api/client';
import { useFormat } from '../../app/format';

const names = [
  'policyFields',
  'processGroups',
  'authorities',
  'processes',
  'istModels',
  'sollModels',
  'publications',
] as const;

/** How much of everything there is. */
export function Counts({ overview }: { overview: Schema['OverviewResponse'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <section aria-labelledby="counts">
      <h2 id="counts" className="kern-heading-medium">
        {t('overview.counts.heading')}
      </h2>
      <dl className="gpm-counts">
        {names.map((name) => (
          <div key={name} className="gpm-count">
            <dt className="kern-body kern-body--small">{t(`overview.counts.${name}`)}</dt>
            <dd className="kern-heading-medium">{format.number(overview[name])}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
