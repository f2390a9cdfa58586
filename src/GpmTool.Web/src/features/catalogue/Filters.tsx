import { useTranslation } from 'react-i18next';

import { Button } from '../../app/Button';
import { Select } from '../../app/Select';
import type { Pages } from '../../app/usePages';
import { hasFilters, noFilters, states } from './filters';
import { useAuthorities, usePolicyFields, useProcessGroups } from './masterData';
import { SearchField } from './SearchField';

/** Search and filters; they stand in the address. */
export function Filters({ pages }: { pages: Pages }) {
  const { t } = useTranslation();
  const { search, filter } = pages;
  const fields = usePolicyFields().data?.items ?? [];
  const field = search.get('field') ?? '';
  const groups = (useProcessGroups().data ?? []).filter((group) => field === '' || group.policyField === field);
  const authorities = useAuthorities().data?.items ?? [];
  const any = ['', t('catalogue.any')] as const;
  const named = (items: { key: string; name: string }[]) => items.map(({ key, name }) => [key, name] as const);
  return (
    <search className="gpm-filters gpm-no-print" aria-label={t('catalogue.filters')}>
      <SearchField
        label={t('catalogue.search')}
        value={search.get('q') ?? ''}
        onChange={(q) => {
          filter({ q }, true);
        }}
      />
      {fields.length > 1 && (
        <Select
          label={t('catalogue.field')}
          value={field}
          options={[any, ...named(fields)]}
          onChange={(key) => {
            filter({ field: key, group: '' });
          }}
        />
      )}
      <Select
        label={t('catalogue.group')}
        value={search.get('group') ?? ''}
        options={[any, ...named(groups)]}
        onChange={(group) => {
          filter({ group });
        }}
      />
      <Select
        label={t('catalogue.authority')}
        value={search.get('authority') ?? ''}
        options={[any, ...named(authorities)]}
        onChange={(authority) => {
          filter({ authority });
        }}
      />
      <Select
        label={t('catalogue.state')}
        value={search.get('state') ?? ''}
        options={[any, ...states.map((state) => [state, t(`app.states.${state}`)] as const)]}
        onChange={(state) => {
          filter({ state });
        }}
      />
      {hasFilters(search) && (
        <Button
          look="tertiary"
          icon="close"
          onClick={() => {
            filter(noFilters);
          }}
        >
          {t('catalogue.reset')}
        </Button>
      )}
    </search>
  );
}
