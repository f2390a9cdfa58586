import { useTranslation } from 'react-i18next';

import { formatCount, formatList } from './format';
import type { Overview, OverviewItem } from './overview';
import { SollBadges } from './SollBadges';

/**
 * The catalogue as a table. Narrow screens stack its cells (app.css), which makes some browsers forget that it is
 * a table: hence the roles that the elements have anyway, and the column names on the cells.
 */
export function ProcessTable({ overview }: { overview: Overview }) {
  const { t, i18n } = useTranslation();
  const { items, processes } = overview;
  const formatted = formatCount(processes, i18n.language);
  const caption =
    items.length < processes
      ? t('processes.captionPart', { shown: formatCount(items.length, i18n.language), formatted })
      : t('processes.caption', { count: processes, formatted });
  return (
    <section aria-labelledby="processes">
      <h2 id="processes" className="kern-heading-medium">
        {t('processes.heading')}
      </h2>
      <table role="table" className="kern-table kern-table--small gpm-table">
        <caption className="kern-body kern-body--small kern-body--muted">{caption}</caption>
        <thead role="rowgroup" className="kern-table__head">
          <tr role="row" className="kern-table__row">
            {(['name', 'group', 'ist', 'soll'] as const).map((column) => (
              <th key={column} role="columnheader" scope="col" className="kern-table__header">
                {t(`processes.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup" className="kern-table__body">
          {items.map((item) => (
            <ProcessRow key={item.key} item={item} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function ProcessRow({ item }: { item: OverviewItem }) {
  const { t, i18n } = useTranslation();
  return (
    <tr role="row" className="kern-table__row">
      <th role="rowheader" scope="row" className="kern-table__header">
        {item.name}
      </th>
      <td role="cell" className="kern-table__cell" data-column={t('processes.group')}>
        {item.group}
        <span className="gpm-second">{item.policyField}</span>
      </td>
      <td role="cell" className="kern-table__cell" data-column={t('processes.ist')}>
        {item.istAuthorities.length > 0 ? formatList(item.istAuthorities, i18n.language) : t('processes.noIst')}
      </td>
      <td role="cell" className="kern-table__cell" data-column={t('processes.soll')}>
        {item.soll === null ? t('processes.noSoll') : <SollBadges soll={item.soll} />}
      </td>
    </tr>
  );
}
