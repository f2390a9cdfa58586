import { useTranslation } from 'react-i18next';

import type { Difference } from '../differences';

/** What stands there before and after, and what differs, feature by feature. */
export function Facts({ difference }: { difference: Difference }) {
  const { t } = useTranslation();
  const { before, after, facts } = difference;
  const [was, becomes] = [t('comparisons.sides.before'), t('comparisons.sides.after')];
  return (
    <table className="gpm-features" aria-label={t('comparisons.facts.caption')}>
      <thead>
        <tr>
          <th scope="col">{t('comparisons.facts.feature')}</th>
          <th scope="col">{was}</th>
          <th scope="col">{becomes}</th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">{t('comparisons.facts.what')}</th>
          <td>{before ?? '–'}</td>
          <td>{after ?? '–'}</td>
        </tr>
        {facts.map((fact) => (
          <tr key={fact.code}>
            <th scope="row">{fact.label}</th>
            <td>{fact.before ?? '–'}</td>
            <td>{fact.after ?? '–'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
