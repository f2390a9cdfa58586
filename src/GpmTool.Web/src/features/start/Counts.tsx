import { useTranslation } from 'react-i18next';

import { formatCount } from './format';
import { countNames, type Overview } from './overview';

export function Counts({ overview }: { overview: Overview }) {
  const { t, i18n } = useTranslation();
  return (
    <section aria-labelledby="counts">
      <h2 id="counts" className="kern-heading-medium">
        {t('counts.heading')}
      </h2>
      <dl className="gpm-counts">
        {countNames.map((name) => (
          <div key={name} className="gpm-count">
            <dt className="kern-body kern-body--small">{t(`counts.${name}`)}</dt>
            <dd className="kern-heading-medium">{formatCount(overview[name], i18n.language)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
