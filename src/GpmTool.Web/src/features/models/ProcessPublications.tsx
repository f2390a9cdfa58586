import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

import { api, data } from '../../api/client';
import { Badge } from '../../app/Badge';
import { Button } from '../../app/Button';
import { useDownload } from '../../app/download';
import { FailureNotice } from '../../app/FailureNotice';
import { useFormat } from '../../app/format';

/** What was published of a process, each with its package. */
export function ProcessPublications({ processKey: process }: { processKey: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const downloading = useDownload();
  const list = useQuery({
    queryKey: ['publications', process],
    queryFn: () => data(api.GET('/api/v1/publications', { params: { query: { process, limit: 50 } } })),
  });
  return (
    <section className="gpm-section" aria-labelledby="publications">
      <h2 id="publications" className="kern-heading-medium">
        {t('models.publications.heading')}
      </h2>
      {list.isError && <FailureNotice error={list.error} onRetry={() => void list.refetch()} />}
      {downloading.isError && <FailureNotice error={downloading.error} />}
      {list.data?.items.length === 0 && <p className="kern-body gpm-muted">{t('models.publications.none')}</p>}
      <ul className="gpm-list gpm-list--plain">
        {list.data?.items.map(({ id, number, version, publishedAt, supersededBy, note }) => (
          <li key={id} className="kern-body">
            <span className="gpm-badges">
              {t('models.publications.entry', { number, version, date: format.date(publishedAt) })}
              {typeof supersededBy === 'number' ? (
                <Badge>{t('models.publications.superseded', { number: supersededBy })}</Badge>
              ) : (
                <Badge look="success">{t('models.publications.current')}</Badge>
              )}
              <Button
                small
                look="tertiary"
                icon="download"
                aria-label={t('models.publications.package', { number })}
                disabled={downloading.isPending}
                onClick={() => {
                  downloading.mutate({
                    path: `api/v1/publications/${id}/package`,
                    name: `${process}-${number.toString()}.zip`,
                  });
                }}
              >
                {t('models.publications.packageShort')}
              </Button>
            </span>
            {typeof note === 'string' && <div className="kern-body--small gpm-muted">{note}</div>}
          </li>
        ))}
      </ul>
    </section>
  );
}
