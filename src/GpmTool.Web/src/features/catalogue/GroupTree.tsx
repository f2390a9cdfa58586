import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { api, data, type Schema } from '../../api/client';
import { Badge } from '../../app/Badge';
import { Button } from '../../app/Button';
import { FailureNotice } from '../../app/FailureNotice';
import { useFormat } from '../../app/format';
import { Loading } from '../../app/Loading';
import { filtersOf, hasFilters } from './filters';
import { usePolicyFields, useProcessGroups } from './masterData';
import { ProcessTable } from './ProcessTable';

/** The processes by policy field and group; a group asks for its processes when it is opened. */
export function GroupTree({ search }: { search: URLSearchParams }) {
  const { policyField, group: wanted } = filtersOf(search);
  const fields = usePolicyFields();
  const groups = useProcessGroups();
  const error = fields.error ?? groups.error;
  if (error !== null) return <FailureNotice error={error} onRetry={() => void groups.refetch()} />;
  if (fields.data === undefined || groups.data === undefined) return <Loading />;
  const shown = fields.data.items.filter((field) => policyField === undefined || field.key === policyField);
  return shown.map((field) => (
    <section key={field.key} aria-labelledby={`field-${field.key}`}>
      <h2 className="kern-heading-medium" id={`field-${field.key}`}>
        {field.name}
      </h2>
      {groups.data
        .filter((group) => group.policyField === field.key && (wanted === undefined || group.key === wanted))
        .map((group) => (
          // Filters open the groups, so that what was found is in sight.
          <Group key={`${group.key} ${search.toString()}`} group={group} search={search} />
        ))}
    </section>
  ));
}

function Group({ group, search }: { group: Schema['ProcessGroupResponse']; search: URLSearchParams }) {
  const [isOpen, setIsOpen] = useState(hasFilters(search));
  const { t } = useTranslation();
  const format = useFormat();
  const query = { ...filtersOf(search), group: group.key, limit: 50 };
  const list = useInfiniteQuery({
    queryKey: ['processes', 'tree', query],
    queryFn: ({ pageParam }) =>
      data(
        api.GET('/api/v1/processes', { params: { query: pageParam === '' ? query : { ...query, cursor: pageParam } } }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
    enabled: isOpen,
  });
  const total = list.data?.pages[0]?.total;
  return (
    <details
      className="kern-accordion"
      open={isOpen}
      onToggle={(event) => {
        setIsOpen(event.currentTarget.open);
      }}
    >
      <summary className="kern-accordion__header">
        <span className="kern-title">
          {group.name} {total !== undefined && <Badge>{format.number(total)}</Badge>}
        </span>
      </summary>
      <div className="kern-accordion__body">
        {isOpen && list.isPending && <Loading text={t('catalogue.loading')} />}
        {list.isError && <FailureNotice error={list.error} onRetry={() => void list.refetch()} />}
        {total === 0 && <p className="kern-body">{t('catalogue.none')}</p>}
        {total !== undefined && total > 0 && (
          <ProcessTable items={list.data?.pages.flatMap((page) => page.items) ?? []} withGroup={false} />
        )}
        {list.hasNextPage && (
          <Button small disabled={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {t('catalogue.more')}
          </Button>
        )}
      </div>
    </details>
  );
}
