import { useTranslation } from 'react-i18next';

import { at } from '../../api/address';
import { AccountForm } from './AccountForm';
import { Field } from './Field';
import { Providers } from './Providers';

/** Log-in with e-mail address and password. */
export function LogInForm({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation();
  return (
    <>
      <Providers />
      <AccountForm
        heading={t('logIn.heading')}
        lead={t('logIn.lead')}
        submit={t('logIn.submit')}
        url={at('api/v1/session')}
        onDone={onDone}
      >
        <Field label={t('logIn.email')} name="email" type="email" autoComplete="username" />
        <Field label={t('logIn.password')} name="password" type="password" autoComplete="current-password" />
      </AccountForm>
    </>
  );
}
