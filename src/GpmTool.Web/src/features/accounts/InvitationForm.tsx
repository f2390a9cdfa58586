import { useTranslation } from 'react-i18next';

import { at } from '../../api/address';
import { AccountForm } from './AccountForm';
import { Field } from './Field';

/** Accepts a one-time link: `/invitation#<token>`; `isFirst` asks the first administrator for an address, too. */
export function InvitationForm({ token, isFirst, onDone }: { token: string; isFirst: boolean; onDone: () => void }) {
  const { t } = useTranslation();
  return (
    <AccountForm
      heading={t('invitation.heading')}
      lead={t('invitation.lead')}
      submit={t('invitation.submit')}
      url={at('api/v1/invitations/accept')}
      extra={{ token }}
      onDone={onDone}
    >
      {isFirst && <Field label={t('logIn.email')} name="email" type="email" autoComplete="username" />}
      {isFirst && <Field label={t('invitation.name')} name="name" type="text" autoComplete="name" />}
      <Field
        label={t('invitation.password')}
        hint={t('invitation.passwordHint')}
        name="password"
        type="password"
        autoComplete="new-password"
      />
    </AccountForm>
  );
}
