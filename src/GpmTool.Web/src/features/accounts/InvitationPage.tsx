import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate } from 'react-router';

import { api, done } from '../../api/client';
import { Page } from '../../app/Page';
import { AccountForm } from './AccountForm';
import { Field } from './Field';

/** Accepts a one-time link: `/invitation#<token>`; `#<token>&first` asks the first administrator for an address, too. */
export default function InvitationPage() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [token = '', first] = useLocation().hash.slice(1).split('&');
  const isFirst = first === 'first';
  return (
    <Page title={t('accounts.invitation.title')} lead={t('accounts.invitation.lead')}>
      <AccountForm
        submit={t('accounts.invitation.submit')}
        send={({ password = '', ...person }) =>
          done(api.POST('/api/v1/invitations/accept', { body: { token, password, ...person } }))
        }
        onDone={() => {
          // Whoever was here before is somebody else now.
          void queries.resetQueries();
          void navigate('/', { replace: true });
        }}
      >
        {isFirst && <Field label={t('accounts.logIn.email')} name="email" type="email" autoComplete="username" />}
        {isFirst && <Field label={t('accounts.invitation.name')} name="name" type="text" autoComplete="name" />}
        <Field
          label={t('accounts.invitation.password')}
          hint={t('accounts.invitation.passwordHint')}
          name="password"
          type="password"
          autoComplete="new-password"
        />
      </AccountForm>
    </Page>
  );
}
