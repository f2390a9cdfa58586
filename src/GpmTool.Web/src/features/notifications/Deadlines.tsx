import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

import { Badge } from '../../app/Badge';
import { useFormat } from '../../app/format';
import { deadlinesOf, useInbox } from './inboxQuery';

/** The deadlines that the messages name. A failure to load them is shown by the inbox. */
export function Deadlines() {
  const { t } = useTranslation();
  const format = useFormat();
  const { data: inbox, dataUpdatedAt } = useInbox();
  const deadlines = deadlinesOf(inbox?.items ?? []);
  return (
    <section aria-labelledby="deadlines">
      <h2 id="deadlines" className="kern-heading-small">
        {t('notifications.deadlines.heading')}
      </h2>
      {inbox !== undefined && deadlines.length === 0 && (
        <p className="kern-body gpm-muted">{t('notifications.deadlines.none')}</p>
      )}
      <ul className="gpm-inbox">
        {deadlines.map(({ id, text, link, dueAt }) => {
          const date = format.date(dueAt ?? '');
          const isOver = new Date(dueAt ?? '').getTime() < dataUpdatedAt;
          return (
            <li key={id} className="gpm-inbox__entry">
              <Link className="gpm-inline-link" to={link}>
                {text}
              </Link>
              <Badge look={isOver ? 'danger' : 'info'} icon={isOver}>
                {t(isOver ? 'notifications.deadlines.over' : 'notifications.deadlines.due', { date })}
              </Badge>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
