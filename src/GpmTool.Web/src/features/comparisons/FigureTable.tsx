import { useTranslation } from 'react-i18next';

import { useFormat } from '../../app/format';
import type { Comparison } from './types';

interface FigureTableProps {
  figures: Comparison['report']['figures'];
  similarity: number;
}

/** The key figures of both versions, and what is undisputedly better or worse. */
export function FigureTable({ figures, similarity }: FigureTableProps) {
  const { t } = useTranslation();
  const { percent } = useFormat();
  return (
    <section aria-labelledby="figures">
      <h2 className="kern-heading-medium" id="figures">
        {t('comparisons.figures.heading')}
      </h2>
      <table className="gpm-features gpm-figures">
        <caption className="kern-sr-only">{t('comparisons.figures.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('comparisons.figures.name')}</th>
            <th scope="col">{t('comparisons.sides.before')}</th>
            <th scope="col">{t('comparisons.sides.after')}</th>
            <th scope="col">{t('comparisons.figures.change')}</th>
          </tr>
        </thead>
        <tbody>
          {figures.map((figure) => (
            <tr key={figure.code}>
              <th scope="row">{figure.name}</th>
              <td>{figure.before}</td>
              <td>{figure.after}</td>
              <td>
                {figure.change}
                {figure.verdict !== 'open' && (
                  <span className={`gpm-verdict gpm-verdict--${figure.verdict}`}>
                    {' '}
                    {t(`comparisons.figures.${figure.verdict}`)}
                  </span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="kern-body kern-body--small">
        {t('comparisons.figures.similarity', { share: percent(similarity) })}
      </p>
    </section>
  );
}
