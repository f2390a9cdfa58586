import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

import { api, data, type Schema } from '../../api/client';
import { Badge } from '../../app/Badge';
import { Button } from '../../app/Button';
import { FailureNotice } from '../../app/FailureNotice';
import { useFormat } from '../../app/format';
import { Loading } from '../../app/Loading';
import type { Model } from './queries';
import { comparisonAddress } from './shown';

interface TimelineProps {
  model: Model;
  shown: number;
  onShow: (version: number) => void;
}

/** The versions of a model, the newest first. */
export function Timeline({ model, shown, onShow }: TimelineProps) {
  const { t } = useTranslation();
  const { id } = model;
  const versions = useInfiniteQuery({
    queryKey: ['model', id, 'versions'],
    queryFn: ({ pageParam }) =>
      data(
        api.GET('/api/v1/models/{id}/versions', {
          params: {
            path: { id },
            query: { sort: '-number', limit: 10, ...(pageParam === '' ? {} : { cursor: pageParam }) },
          },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
  });
  if (versions.isPending) return <Loading />;
  if (versions.isError) return <FailureNotice error={versions.error} onRetry={() => void versions.refetch()} />;
  return (
    <>
      <h4 className="kern-title kern-title--small">{t('models.versions.heading')}</h4>
      <ol className="gpm-timeline" reversed>
        {versions.data.pages
          .flatMap((page) => page.items)
          .map((version) => (
            <Entry
              key={version.number}
              version={version}
              model={model}
              isShown={version.number === shown}
              onShow={onShow}
            />
          ))}
      </ol>
      {versions.hasNextPage && (
        <Button small disabled={versions.isFetchingNextPage} onClick={() => void versions.fetchNextPage()}>
          {t('models.versions.more')}
        </Button>
      )}
    </>
  );
}

interface EntryProps extends Pick<TimelineProps, 'model' | 'onShow'> {
  version: Schema['VersionResponse'];
  isShown: boolean;
}

function Entry({ version, model, isShown, onShow }: EntryProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { number, frozenAt, createdAt, note, steps, isFrozen } = version;
  return (
    <li className={isFrozen ? 'gpm-timeline__entry' : 'gpm-timeline__entry gpm-timeline__entry--draft'}>
      <span className="gpm-badges">
        <strong>{t('models.versions.version', { version: number })}</strong>
        {!isFrozen && <Badge look="warning">{t('models.versions.draft')}</Badge>}
        {isShown && <span className="gpm-muted">({t('models.versions.shown')})</span>}
      </span>
      <span className="kern-body kern-body--small gpm-muted">
        {typeof frozenAt === 'string'
          ? t('models.versions.frozen', { date: format.dateTime(frozenAt) })
          : t('models.versions.created', { date: format.dateTime(createdAt) })}
        {', '}
        {t('models.versions.steps', { count: steps })}
      </span>
      {typeof note === 'string' && <span className="kern-body kern-body--small">{note}</span>}
      <span className="gpm-badges gpm-no-print">
        {!isShown && (
          <Button
            small
            look="tertiary"
            onClick={() => {
              onShow(number);
            }}
          >
            {t('models.versions.show', { version: number })}
          </Button>
        )}
        {number > 1 && (
          <Link
            className="gpm-inline-link kern-body kern-body--small"
            to={comparisonAddress({ model, version: number - 1 }, { model, version: number })}
          >
            {t('models.versions.compare', { version: number - 1 })}
          </Link>
        )}
      </span>
    </li>
  );
}
