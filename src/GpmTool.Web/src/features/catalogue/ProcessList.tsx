import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

import { api, data } from '../../api/client';
import { Button } from '../../app/Button';
import { Empty } from '../../app/Empty';
import { FailureNotice } from '../../app/FailureNotice';
import { useFormat } from '../../app/format';
import { Loading } from '../../app/Loading';
import { useMe } from '../../app/me';
import { Pager } from '../../app/Pager';
import { may } from '../../app/rights';
import type { Pages } from '../../app/usePages';
import { filtersOf, hasFilters, noFilters } from './filters';
import { ProcessTable } from './ProcessTable';

/** The processes that search and filters leave, a page at a time. */
export function ProcessList({ pages }: { pages: Pages }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { cursor, search } = pages;
  const query = { ...filtersOf(search), limit: 50, ...(cursor === '' ? {} : { cursor }) };
  const list = useQuery({
    queryKey: ['processes', query],
    queryFn: () => data(api.GET('/api/v1/processes', { params: { query } })),
    placeholderData: keepPreviousData,
  });
  const total = list.data?.total;
  return (
    <>
      {/* Always in the page, so that screen readers announce what changes in it. */}
      <p className="kern-body" role="status">
        {total !== undefined &&
          !list.isPlaceholderData &&
          t('catalogue.found', { count: total, formatted: format.number(total) })}
      </p>
      {list.isPending && <Loading text={t('catalogue.loading')} />}
      {list.isError && <FailureNotice error={list.error} onRetry={() => void list.refetch()} />}
      {list.isSuccess && list.data.items.length === 0 && <Nothing pages={pages} />}
      {list.isSuccess && list.data.items.length > 0 && (
        <div aria-busy={list.isPlaceholderData}>
          <ProcessTable items={list.data.items} withGroup />
          <Pager pages={pages} next={list.data.nextCursor} />
        </div>
      )}
    </>
  );
}

function Nothing({ pages }: { pages: Pages }) {
  const { t } = useTranslation();
  const me = useMe();
  if (hasFilters(pages.search))
    return (
      <Empty title={t('catalogue.nothingFound.heading')}>
        <p>{t('catalogue.nothingFound.body')}</p>
        <Button
          onClick={() => {
            pages.filter(noFilters);
          }}
        >
          {t('catalogue.reset')}
        </Button>
      </Empty>
    );
  return (
    <Empty title={t('catalogue.empty.heading')}>
      <p>{t('catalogue.empty.body')}</p>
      {may(me, 'import') && <p>{t('catalogue.empty.mayImport')}</p>}
    </Empty>
  );
}
