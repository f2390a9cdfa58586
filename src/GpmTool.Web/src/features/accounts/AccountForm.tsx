import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import { FailureNotice } from '../../app/FailureNotice';

interface AccountFormProps {
  submit: string;
  /** Sends the fields that are filled in, by name. */
  send: (fields: Record<string, string>) => Promise<void>;
  children: ReactNode;
  onDone: () => void;
}

/** A form that says in place what the server objects to. */
export function AccountForm({ submit, send, children, onDone }: AccountFormProps) {
  const { t } = useTranslation();
  const labels = {
    email: t('accounts.logIn.email'),
    name: t('accounts.invitation.name'),
    password: t('accounts.logIn.password'),
  };
  // A wrong password is a 401, too, and ends no session: hence no handler of its own for it here.
  const sending = useMutation({ mutationFn: send, onSuccess: onDone, onError: () => undefined });
  return (
    <form
      className="gpm-form"
      onSubmit={(event) => {
        event.preventDefault();
        const fields = [...new FormData(event.currentTarget)].filter(([, value]) => value !== '');
        sending.mutate(Object.fromEntries(fields) as Record<string, string>);
      }}
    >
      {sending.isError && <FailureNotice error={sending.error} labels={labels} />}
      {children}
      <button type="submit" className="kern-btn kern-btn--primary" disabled={sending.isPending}>
        <span className="kern-label">{submit}</span>
      </button>
    </form>
  );
}
