import { useTranslation } from 'react-i18next';

import { api, done } from '../../api/client';
import { AccountForm } from './AccountForm';
import { Field } from './Field';
import { Providers } from './Providers';

const logIn = ({ email = '', password = '' }: Record<string, string>) =>
  done(api.POST('/api/v1/session', { body: { email, password } }));

/** Log-in with an identity provider, or with e-mail address and password. */
export function LogIn({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation();
  return (
    <>
      <Providers />
      <AccountForm submit={t('accounts.logIn.submit')} send={logIn} onDone={onDone}>
        <Field label={t('accounts.logIn.email')} name="email" type="email" autoComplete="username" />
        <Field label={t('accounts.logIn.password')} name="password" type="password" autoComplete="current-password" />
      </AccountForm>
    </>
  );
}
