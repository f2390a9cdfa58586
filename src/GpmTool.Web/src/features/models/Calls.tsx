import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

import { api, data, type Schema } from '../../api/client';
import { FailureNotice } from '../../app/FailureNotice';

type Call = Schema['ProcessCall'];

/** Which processes call this one, and which it calls. */
export function Calls({ processKey: key }: { processKey: string }) {
  const { t } = useTranslation();
  const params = { path: { key } };
  const callers = useQuery({
    queryKey: ['process', key, 'callers'],
    queryFn: () => data(api.GET('/api/v1/processes/{key}/callers', { params })),
  });
  const callees = useQuery({
    queryKey: ['process', key, 'callees'],
    queryFn: () => data(api.GET('/api/v1/processes/{key}/callees', { params })),
  });
  const error = callers.error ?? callees.error;
  return (
    <section className="gpm-section" aria-labelledby="calls">
      <h2 id="calls" className="kern-heading-medium">
        {t('models.calls.heading')}
      </h2>
      {error !== null && (
        <FailureNotice error={error} onRetry={() => void Promise.all([callers.refetch(), callees.refetch()])} />
      )}
      <div className="gpm-columns gpm-columns--top">
        <List heading={t('models.calls.callers')} none={t('models.calls.none')} calls={callers.data} />
        <List heading={t('models.calls.callees')} none={t('models.calls.noneCalled')} calls={callees.data} />
      </div>
    </section>
  );
}

function List({ heading, none, calls }: { heading: string; none: string; calls: Call[] | undefined }) {
  const { t } = useTranslation();
  if (calls === undefined) return null;
  const byProcess = new Map<string, Call[]>();
  for (const call of calls) byProcess.set(call.process, [...(byProcess.get(call.process) ?? []), call]);
  return (
    <div>
      <h3 className="kern-title kern-title--small">{heading}</h3>
      {calls.length === 0 && <p className="kern-body gpm-muted">{none}</p>}
      <ul className="gpm-list gpm-list--plain">
        {[...byProcess].map(([process, places]) => {
          const name = places[0]?.name;
          return (
            <li key={process} className="kern-body">
              {typeof name === 'string' ? (
                <Link className="gpm-inline-link" to={`/processes/${process}`}>
                  {name}
                </Link>
              ) : (
                t('models.calls.missing', { key: process })
              )}{' '}
              <span className="kern-body--small gpm-muted">{t('models.calls.times', { count: places.length })}</span>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
