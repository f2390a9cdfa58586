import { useTranslation } from 'react-i18next';
import { NavLink, Outlet, ScrollRestoration, useLocation, useNavigation } from 'react-router';

import { at, basePath } from '../api/address';
import { AccountMenu } from '../features/accounts/AccountMenu';
import type { TextKey } from '../i18n';
import { LiveRegion } from './announce';
import { LanguageSwitch } from './LanguageSwitch';
import { useMe } from './me';
import { OfflineNotice } from './OfflineNotice';

/** What the navigation shows: a page and its name. */
export interface NavigationEntry {
  to: string;
  name: TextKey;
}

/** The frame of every page: skip links, header with navigation, main, footer. */
export function Frame({ navigation }: { navigation: readonly NavigationEntry[] }) {
  const { t } = useTranslation();
  const isLoggedIn = useMe() !== null;
  const isLoading = useNavigation().state === 'loading';
  return (
    <>
      <SkipLink to="content">{t('app.skipToContent')}</SkipLink>
      {isLoggedIn && <SkipLink to="navigation">{t('app.skipToNavigation')}</SkipLink>}
      <header className="gpm-header">
        <div className="kern-container gpm-header__content">
          <p className="gpm-brand">
            <strong>GpmTool</strong> <span>{t('app.claim')}</span>
          </p>
          <div className="gpm-header__tools">
            <LanguageSwitch />
            {isLoggedIn && <AccountMenu />}
          </div>
        </div>
        {isLoggedIn && (
          <nav id="navigation" tabIndex={-1} className="kern-container gpm-navigation" aria-label={t('app.navigation')}>
            <ul>
              {navigation.map(({ to, name }) => (
                <li key={to}>
                  <NavLink to={to} end={to === '/'}>
                    {t(name)}
                  </NavLink>
                </li>
              ))}
            </ul>
          </nav>
        )}
      </header>
      <OfflineNotice />
      <LiveRegion />
      <main id="content" tabIndex={-1} className="kern-container gpm-main" aria-busy={isLoading}>
        <Outlet />
      </main>
      <footer className="gpm-footer">
        <div className="kern-container gpm-footer__content">
          <p className="kern-body kern-body--small">{t('app.footer')}</p>
          <a className="kern-link kern-link--small" href={at('swagger')}>
            {t('app.api')}
          </a>
        </div>
      </footer>
      <ScrollRestoration />
    </>
  );
}

/** Leads to a part of the page. `<base>` makes a bare #fragment lead to the start page, hence the whole address. */
function SkipLink({ to, children }: { to: string; children: string }) {
  const { pathname, search } = useLocation();
  return (
    <a className="gpm-skip kern-link" href={`${basePath()}${pathname}${search}#${to}`}>
      {children}
    </a>
  );
}
