import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';

import { api, data } from '../../api/client';
import { Notice } from '../../app/Notice';

/** The problems of a log-in at an identity provider that the server names in the address of the page. */
const known = [
  'no-role',
  'account-disabled',
  'log-in-cancelled',
  'log-in-not-completed',
  'provider-unreachable',
] as const;

/** The identity providers to log in with, and what went wrong there; nothing when there is none. */
export function Providers() {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  const { data: providers = [] } = useQuery({
    queryKey: ['session', 'providers'],
    queryFn: () => data(api.GET('/api/v1/session/providers')),
  });
  const problem = known.find((item) => item === search.get('log-in'));
  return (
    <>
      {problem !== undefined && <Notice look="danger" role="alert" title={t(`accounts.providers.${problem}`)} />}
      {providers.length > 0 && (
        <nav aria-label={t('accounts.providers.heading')}>
          <ul className="gpm-list gpm-list--plain">
            {providers.map((provider) => (
              <li key={provider.name}>
                <a className="kern-link" href={provider.logIn}>
                  {t('accounts.providers.logIn', { name: provider.displayName })}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </>
  );
}
