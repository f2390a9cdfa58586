import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';

import { meKey } from '../../api/queries';
import { Page } from '../../app/Page';
import { LogIn } from './LogIn';

/** The log-in with an address of its own. */
export default function LogInPage() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const navigate = useNavigate();
  return (
    <Page title={t('accounts.logIn.title')} lead={t('accounts.logIn.lead')}>
      <LogIn
        onDone={() => {
          void queries.invalidateQueries({ queryKey: meKey });
          void navigate('/');
        }}
      />
    </Page>
  );
}
