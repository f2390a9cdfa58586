import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

import { api, data } from '../../api/client';
import { FailureNotice } from '../../app/FailureNotice';
import { useFormat } from '../../app/format';
import { Loading } from '../../app/Loading';

/** The newest publications. */
export function Publications() {
  const { t } = useTranslation();
  const format = useFormat();
  const list = useQuery({
    queryKey: ['publications', 'newest'],
    queryFn: () => data(api.GET('/api/v1/publications', { params: { query: { limit: 5, current: true } } })),
  });
  return (
    <section aria-labelledby="publications">
      <h2 id="publications" className="kern-heading-small">
        {t('overview.publications.heading')}
      </h2>
      {list.isPending && <Loading />}
      {list.isError && <FailureNotice error={list.error} onRetry={() => void list.refetch()} />}
      {list.data?.items.length === 0 && <p className="kern-body gpm-muted">{t('overview.publications.none')}</p>}
      <ul className="gpm-list gpm-list--plain">
        {list.data?.items.map(({ id, process, name, number, version, publishedAt }) => (
          <li key={id} className="kern-body">
            <Link className="gpm-inline-link" to={`/processes/${process}`}>
              {name}
            </Link>
            <br />
            <span className="kern-body--small gpm-muted">
              {t('overview.publications.entry', { number, version, date: format.date(publishedAt) })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
