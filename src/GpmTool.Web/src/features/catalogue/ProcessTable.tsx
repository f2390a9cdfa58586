import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

import type { Schema } from '../../api/client';
import { StateBadge } from '../../app/Badge';
import { useProcessGroups } from './masterData';

/** Processes as a table. */
export function ProcessTable({ items, withGroup }: { items: Schema['ProcessListItem'][]; withGroup: boolean }) {
  const { t } = useTranslation();
  const groups = useProcessGroups().data ?? [];
  const groupName = (key: string) => groups.find((group) => group.key === key)?.name ?? key;
  return (
    <div className="kern-table-responsive">
      <table className="kern-table kern-table--small gpm-processes">
        <caption className="kern-sr-only">{t('catalogue.caption')}</caption>
        <thead className="kern-table__head">
          <tr className="kern-table__row">
            <th scope="col" className="kern-table__header">
              {t('catalogue.name')}
            </th>
            {withGroup && (
              <th scope="col" className="kern-table__header">
                {t('catalogue.group')}
              </th>
            )}
            <th scope="col" className="kern-table__header kern-table__header--numeric">
              {t('catalogue.ist')}
            </th>
            <th scope="col" className="kern-table__header">
              {t('catalogue.soll')}
            </th>
          </tr>
        </thead>
        <tbody className="kern-table__body">
          {items.map((item) => (
            <tr key={item.key} className="kern-table__row">
              <th scope="row" className="kern-table__header">
                <Link className="gpm-inline-link" to={`/processes/${item.key}`}>
                  {item.name}
                </Link>
              </th>
              {withGroup && <td className="kern-table__cell">{groupName(item.group)}</td>}
              <td className="kern-table__cell kern-table__cell--numeric">{item.istModels}</td>
              <td className="kern-table__cell">
                {item.sollState ? (
                  <StateBadge state={item.sollState} />
                ) : (
                  <span className="gpm-muted">{t('catalogue.noSoll')}</span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
