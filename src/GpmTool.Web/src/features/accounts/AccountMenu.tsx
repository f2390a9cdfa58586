import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

import { at } from '../../api/address';
import { api, data } from '../../api/client';
import { Button } from '../../app/Button';
import { useMe } from '../../app/me';

/** Who is logged in, and the way out, at the identity provider as well when the person came from one. */
export function AccountMenu() {
  const { t } = useTranslation();
  const name = useMe()?.name ?? t('accounts.nameless');
  const leaving = useMutation({
    mutationFn: () => data(api.DELETE('/api/v1/session')),
    // A fresh page forgets everything that was read before.
    onSettled: (answer) => {
      window.location.assign(answer?.continueAt ?? at('.'));
    },
  });
  return (
    <div className="gpm-account">
      <span className="kern-body kern-body--small">
        <span className="kern-sr-only">{t('accounts.signedInAs', { name })}</span>
        <span aria-hidden="true">{name}</span>
      </span>
      <Button
        look="tertiary"
        icon="logout"
        disabled={leaving.isPending}
        onClick={() => {
          leaving.mutate();
        }}
      >
        {t('accounts.logOut')}
      </Button>
    </div>
  );
}
