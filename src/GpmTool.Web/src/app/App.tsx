import { useTranslation } from 'react-i18next';

import { at } from '../api/address';
import { InvitationForm } from '../features/accounts/InvitationForm';
import { StartPage } from '../features/start/StartPage';
import { LanguageSwitch } from './LanguageSwitch';

/** The frame of every page: skip link, header, main, footer. */
export function App() {
  const { t } = useTranslation();
  return (
    <>
      <a className="gpm-skip kern-link" href={`${window.location.pathname}${window.location.search}#content`}>
        {t('app.skip')}
      </a>
      <header className="gpm-header">
        <div className="kern-container gpm-header__content">
          <p className="gpm-brand">
            <strong>GpmTool</strong> <span>{t('app.claim')}</span>
          </p>
          <LanguageSwitch />
        </div>
      </header>
      <main id="content" tabIndex={-1} className="kern-container gpm-main">
        <Page />
      </main>
      <footer className="gpm-footer">
        <div className="kern-container">
          <p className="kern-body kern-body--small">{t('app.footer')}</p>
        </div>
      </footer>
    </>
  );
}

/** The page of the address: the one-time link, else the overview. */
function Page() {
  if (window.location.pathname !== at('invitation')) return <StartPage />;
  const [token = '', first] = window.location.hash.slice(1).split('&');
  return (
    <InvitationForm
      token={token}
      isFirst={first === 'first'}
      onDone={() => {
        window.location.replace(at('.'));
      }}
    />
  );
}
