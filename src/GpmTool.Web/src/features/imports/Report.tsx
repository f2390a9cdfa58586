import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { api, data, type Schema } from '../../api/client';
import { Badge, type Look } from '../../app/Badge';
import { Button } from '../../app/Button';
import { FailureNotice, Findings } from '../../app/FailureNotice';
import { useFormat } from '../../app/format';
import { Loading } from '../../app/Loading';
import { Notice } from '../../app/Notice';
import { Select } from '../../app/Select';
import type { Import } from './upload';

type Outcome = Schema['ImportOutcome'];
type Item = Schema['ImportItemResponse'];

const outcomes = ['created', 'newVersion', 'unchanged', 'skipped', 'rejected'] as const satisfies Outcome[];
const looks: Record<Outcome, Look> = {
  created: 'success',
  newVersion: 'success',
  unchanged: 'info',
  skipped: 'warning',
  rejected: 'danger',
};

/** What came, or would come, of an import: the counts, and each item with what was wrong with it. */
export function Report({ job }: { job: Import }) {
  const { t } = useTranslation();
  const format = useFormat();
  const hasRejected = job.counts.rejected > 0;
  return (
    <>
      {job.state === 'failed' ? (
        <Notice look="danger" role="alert" title={t('imports.failed')}>
          {job.problem && (
            <p>
              {job.problem.detail} {job.problem.remedy}
            </p>
          )}
        </Notice>
      ) : (
        <Notice
          look={hasRejected ? 'warning' : 'success'}
          role="status"
          title={t(job.dryRun ? 'imports.dryRunDone' : 'imports.completed')}
        />
      )}
      <dl className="gpm-facts" aria-label={t('imports.counts')}>
        {outcomes.map((outcome) => (
          <div key={outcome}>
            <dt>{t(`imports.outcomes.${outcome}`)}</dt>
            <dd>{format.number(job.counts[outcome])}</dd>
          </div>
        ))}
      </dl>
      <Items id={job.id} begin={hasRejected ? 'rejected' : ''} />
    </>
  );
}

function Items({ id, begin }: { id: string; begin: Outcome | '' }) {
  const { t } = useTranslation();
  const [outcome, setOutcome] = useState<Outcome | ''>(begin);
  const items = useInfiniteQuery({
    queryKey: ['imports', id, 'items', outcome],
    queryFn: ({ pageParam }) =>
      data(
        api.GET('/api/v1/imports/{id}/items', {
          params: {
            path: { id },
            query: {
              limit: 50,
              ...(outcome === '' ? {} : { outcome }),
              ...(pageParam === '' ? {} : { cursor: pageParam }),
            },
          },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
  });
  return (
    <section>
      <Select
        label={t('imports.show')}
        value={outcome}
        options={[['', t('imports.all')], ...outcomes.map((item) => [item, t(`imports.outcomes.${item}`)] as const)]}
        onChange={(value) => {
          setOutcome(outcomes.find((item) => item === value) ?? '');
        }}
      />
      {items.isPending && <Loading />}
      {items.isError && <FailureNotice error={items.error} onRetry={() => void items.refetch()} />}
      <div className="kern-table-responsive" role="region" aria-label={t('imports.items')} tabIndex={0}>
        <table className="kern-table kern-table--small gpm-items">
          <caption className="kern-sr-only">{t('imports.items')}</caption>
          <thead className="kern-table__head">
            <tr className="kern-table__row">
              {(['path', 'kind', 'outcome', 'remarks'] as const).map((column) => (
                <th key={column} scope="col" className="kern-table__header">
                  {t(`imports.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="kern-table__body">
            {items.data?.pages
              .flatMap((page) => page.items)
              .map((item) => (
                <Row key={item.number} item={item} />
              ))}
          </tbody>
        </table>
      </div>
      {items.hasNextPage && (
        <Button small disabled={items.isFetchingNextPage} onClick={() => void items.fetchNextPage()}>
          {t('imports.more')}
        </Button>
      )}
    </section>
  );
}

function Row({ item }: { item: Item }) {
  const { t } = useTranslation();
  const { path, kind, outcome, problem, findings } = item;
  return (
    <tr className="kern-table__row">
      <th scope="row" className="kern-table__header gpm-items__path">
        {path}
      </th>
      <td className="kern-table__cell">{t(`imports.kinds.${kind}`)}</td>
      <td className="kern-table__cell">
        <Badge look={looks[outcome]}>{t(`imports.outcomes.${outcome}`)}</Badge>
      </td>
      <td className="kern-table__cell">
        {problem && (
          <span>
            {problem.detail} {problem.remedy}
          </span>
        )}
        {findings.length > 0 && (
          <details>
            <summary>{t('imports.findings', { count: findings.length })}</summary>
            <Findings findings={findings} />
          </details>
        )}
      </td>
    </tr>
  );
}
