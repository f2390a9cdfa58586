import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

import { api, data, type Schema } from '../../api/client';
import { Button, ButtonLink } from '../../app/Button';
import { Empty } from '../../app/Empty';
import { FailureNotice } from '../../app/FailureNotice';
import { keepTogether, useFormat } from '../../app/format';
import { Loading } from '../../app/Loading';
import { useMe } from '../../app/me';
import { may } from '../../app/rights';
import { Legend } from './Legend';
import { istState, signs, sollState } from './mapStates';

const pageSize = 50;

/** Who recorded which process of a policy field, and how far its Soll is. */
export function FieldMap({ field }: { field: Schema['PolicyFieldResponse'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const map = useInfiniteQuery({
    queryKey: ['overview', 'map', field.key],
    queryFn: ({ pageParam }) =>
      data(
        api.GET('/api/v1/overview/map', {
          params: {
            query: { policyField: field.key, limit: pageSize, ...(pageParam === '' ? {} : { cursor: pageParam }) },
          },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
  });
  if (map.isPending) return <Loading text={t('overview.map.loading')} />;
  if (map.isError) return <FailureNotice error={map.error} onRetry={() => void map.refetch()} />;

  const [{ authorities, total } = { authorities: [], total: 0 }] = map.data.pages;
  const rows = map.data.pages.flatMap((page) => page.items);
  if (total === 0) return <NoProcesses />;
  return (
    <>
      <Legend />
      {/* Scrolls by itself, so that the headings stay in sight; focusable, so that the keyboard can scroll it. */}
      <div className="gpm-map" role="region" aria-label={t('overview.map.region')} tabIndex={0}>
        <table className="gpm-map__table">
          <caption className="kern-sr-only">{t('overview.map.caption', { field: field.name })}</caption>
          <thead>
            <tr>
              <th scope="col">{t('overview.map.process')}</th>
              <th scope="col">{t('overview.map.soll')}</th>
              {authorities.map((authority) => (
                <th key={authority.key} scope="col" className="gpm-map__authority">
                  <span
                    title={`${authority.name}: ${t('overview.map.recordedOf', { count: authority.recorded, total })}`}
                  >
                    {keepTogether(authority.shortName ?? authority.name)}
                  </span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row key={row.key} row={row} authorities={authorities} />
            ))}
          </tbody>
        </table>
      </div>
      <div className="gpm-map__foot">
        <span className="kern-body kern-body--small">
          {t('overview.map.shown', { shown: format.number(rows.length), total: format.number(total) })}
        </span>
        {map.hasNextPage && (
          <Button small disabled={map.isFetchingNextPage} onClick={() => void map.fetchNextPage()}>
            {t('overview.map.more', { count: Math.min(pageSize, total - rows.length) })}
          </Button>
        )}
      </div>
    </>
  );
}

function Row({ row, authorities }: { row: Schema['MapProcess']; authorities: Schema['MapAuthority'][] }) {
  const { t } = useTranslation();
  const { soll } = row;
  const publication = soll?.publication;
  return (
    <tr>
      <th scope="row">
        <Link className="gpm-inline-link" to={`/processes/${row.key}`}>
          {row.name}
        </Link>
        <span className="gpm-map__group">{row.group}</span>
      </th>
      <Cell
        state={sollState(soll)}
        words={t(`overview.map.sollStates.${sollState(soll)}`)}
        process={row}
        owner={t('overview.map.soll')}
        model={soll ?? undefined}
        more={typeof publication === 'number' ? t('overview.map.publication', { number: publication }) : undefined}
      />
      {authorities.map((authority) => {
        const ist = row.ist.find((model) => model.authority === authority.key);
        const state = istState(ist);
        return (
          <Cell
            key={authority.key}
            state={state}
            words={t(`overview.map.ist.${state}`)}
            process={row}
            owner={authority.name}
            model={ist}
          />
        );
      })}
    </tr>
  );
}

interface CellProps {
  state: keyof typeof signs;
  /** The state in words. */
  words: string;
  process: Schema['MapProcess'];
  owner: string;
  model: { modelId: string; version: number } | undefined;
  more?: string | undefined;
}

/** A sign with its words: for the eye as a tooltip, for a screen reader as the name of the link. */
function Cell({ state, words, process, owner, model, more }: CellProps) {
  const { t } = useTranslation();
  if (model === undefined)
    return (
      <td className={`gpm-map__cell gpm-map__cell--${state}`} title={words}>
        <span aria-hidden="true">{signs[state]}</span>
        <span className="kern-sr-only">{words}</span>
      </td>
    );
  const version = t('overview.map.version', { version: model.version });
  const facts = {
    process: process.name,
    owner,
    state: words,
    version: more === undefined ? version : `${version}, ${more}`,
  };
  const name = t('overview.map.cell', facts);
  return (
    <td className={`gpm-map__cell gpm-map__cell--${state}`}>
      <Link to={`/processes/${process.key}?show=${model.modelId}`} title={name} aria-label={name}>
        {signs[state]}
      </Link>
    </td>
  );
}

function NoProcesses() {
  const { t } = useTranslation();
  const me = useMe();
  const mayAdd = may(me, 'import');
  return (
    <Empty title={t('overview.noProcesses.heading')}>
      <p>{t(mayAdd ? 'overview.noProcesses.body' : 'overview.noProcesses.readOnly')}</p>
      {mayAdd && (
        <ButtonLink look="primary" to="/processes">
          {t('overview.noProcesses.toCatalogue')}
        </ButtonLink>
      )}
    </Empty>
  );
}
