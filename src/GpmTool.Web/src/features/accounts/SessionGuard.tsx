import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Outlet } from 'react-router';

import { Dialog } from '../../app/Dialog';
import { FailureNotice } from '../../app/FailureNotice';
import { Loading } from '../../app/Loading';
import { useMeQuery } from '../../app/me';
import { Page } from '../../app/Page';
import { LogIn } from './LogIn';

/**
 * Shows a page only to who is logged in; others log in first, at the same address. When a session ends while a page is
 * open, the page stays with what was entered there, behind a dialog that asks to log in again.
 */
export function SessionGuard() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const { data: me, error, isPending, refetch } = useMeQuery();
  const [wasLoggedIn, setWasLoggedIn] = useState(false);
  if (me && !wasLoggedIn) setWasLoggedIn(true);

  if (isPending) return <Loading text={t('app.loadingPage')} />;
  if (me === undefined) return <FailureNotice error={error} onRetry={() => void refetch()} />;

  const onDone = () => {
    void queries.invalidateQueries();
  };
  if (me === null && !wasLoggedIn)
    return (
      <Page title={t('accounts.logIn.title')} lead={t('accounts.logIn.lead')}>
        <LogIn onDone={onDone} />
      </Page>
    );
  return (
    <>
      <Outlet />
      {me === null && (
        <Dialog title={t('accounts.ended.title')}>
          <p className="kern-body">{t('accounts.ended.lead')}</p>
          <LogIn onDone={onDone} />
        </Dialog>
      )}
    </>
  );
}
