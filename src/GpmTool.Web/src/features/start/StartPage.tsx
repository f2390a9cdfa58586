import { useTranslation } from 'react-i18next';

import { logOut } from '../accounts/logOut';
import { LogInForm } from '../accounts/LogInForm';
import { Counts } from './Counts';
import { EmptyCatalogue } from './EmptyCatalogue';
import { HealthBadge } from './HealthBadge';
import { LoadFailure } from './LoadFailure';
import { NextLinks } from './NextLinks';
import { ProcessTable } from './ProcessTable';
import type { StartState } from './startState';
import { useStart } from './useStart';

export function StartPage() {
  const { t } = useTranslation();
  const { state, health, reload } = useStart();
  if (state.view === 'loggedOut') return <LogInForm onDone={reload} />;
  return (
    <>
      <div className="gpm-page-head">
        <h1 className="kern-heading-large">{t('start.heading')}</h1>
        <button type="button" className="kern-btn kern-btn--secondary" onClick={reload}>
          <span className="kern-icon kern-icon--autorenew" aria-hidden="true"></span>
          <span className="kern-label">{t('start.reload')}</span>
        </button>
        <button
          type="button"
          className="kern-btn kern-btn--tertiary"
          onClick={() => {
            void logOut(reload);
          }}
        >
          <span className="kern-label">{t('logIn.logOut')}</span>
        </button>
      </div>
      <p className="kern-body">{t('start.lead')}</p>
      {/* Always in the page, so that screen readers announce what appears in it. */}
      <div role="status">{state.view === 'loading' && <p className="kern-body">{t('loading')}</p>}</div>
      <div className="gpm-columns">
        <div className="gpm-column" aria-busy={state.view === 'loading'}>
          <Stored state={state} />
        </div>
        <aside className="gpm-column" aria-label={t('links.heading')}>
          <HealthBadge health={health} />
          <NextLinks />
        </aside>
      </div>
    </>
  );
}

function Stored({ state }: { state: StartState }) {
  switch (state.view) {
    case 'loading':
    case 'loggedOut':
      return null;
    case 'error':
      return <LoadFailure failure={state.failure} />;
    case 'empty':
      return (
        <>
          <EmptyCatalogue />
          <Counts overview={state.overview} />
        </>
      );
    case 'full':
      return (
        <>
          <Counts overview={state.overview} />
          <ProcessTable overview={state.overview} />
        </>
      );
  }
}
