import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { at } from '../../api/address';
import { getJson, isRecord } from '../../api/http';

interface Provider {
  name: string;
  displayName: string;
  logIn: string;
}

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
  const [providers, setProviders] = useState<Provider[]>([]);

  useEffect(() => {
    const controller = new AbortController();
    getJson(at('api/v1/session/providers'), areProviders, controller.signal)
      .then((answer) => {
        if (answer.ok) setProviders(answer.value);
      })
      .catch((error: unknown) => {
        if (!controller.signal.aborted) throw error;
      });
    return () => {
      controller.abort();
    };
  }, []);

  const code = new URLSearchParams(window.location.search).get('log-in');
  const problem = known.find((item) => item === code);
  return (
    <>
      {problem !== undefined && (
        <p className="kern-body gpm-form__failure" role="alert">
          {t(`providers.${problem}`)}
        </p>
      )}
      {providers.length > 0 && (
        <nav aria-label={t('providers.heading')}>
          <ul className="gpm-list gpm-list--plain">
            {providers.map((provider) => (
              <li key={provider.name}>
                <a className="kern-link" href={provider.logIn}>
                  {t('providers.logIn', { name: provider.displayName })}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </>
  );
}

function areProviders(value: unknown): value is Provider[] {
  return (
    Array.isArray(value) &&
    value.every(
      (item) =>
        isRecord(item) &&
        typeof item['name'] === 'string' &&
        typeof item['displayName'] === 'string' &&
        typeof item['logIn'] === 'string',
    )
  );
}
