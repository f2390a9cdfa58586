import { type ReactNode, type SyntheticEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { type Failure, sendJson } from '../../api/http';

interface AccountFormProps {
  heading: string;
  lead: string;
  submit: string;
  url: string;
  /** What to send beside the fields of the form. */
  extra?: Record<string, string>;
  children: ReactNode;
  onDone: () => void;
}

/** A form that sends its fields as JSON and says in place what the server objects to. */
export function AccountForm({ heading, lead, submit, url, extra, children, onDone }: AccountFormProps) {
  const { t } = useTranslation();
  const [failure, setFailure] = useState<Failure>();
  const [isSending, setIsSending] = useState(false);

  const send = async (form: HTMLFormElement) => {
    setIsSending(true);
    setFailure(undefined);
    const fields = Object.fromEntries([...new FormData(form)].filter(([, value]) => value !== ''));
    const answer = await sendJson('POST', url, { ...fields, ...extra });
    setIsSending(false);
    if (answer.ok) onDone();
    else setFailure(answer.failure);
  };

  const onSubmit = (event: SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault();
    void send(event.currentTarget);
  };

  return (
    <section className="gpm-form" aria-labelledby="account-heading">
      <h1 className="kern-heading-large" id="account-heading">
        {heading}
      </h1>
      <p className="kern-body">{lead}</p>
      {/* Always in the page, so that screen readers announce what appears in it. */}
      <div role="alert">
        {failure !== undefined && (
          <p className="kern-body gpm-form__failure">
            {failure.kind === 'refused' ? failure.detail : t(`error.${failure.kind}`)}
          </p>
        )}
      </div>
      <form onSubmit={onSubmit}>
        {children}
        <button type="submit" className="kern-btn kern-btn--primary" disabled={isSending}>
          <span className="kern-label">{submit}</span>
        </button>
      </form>
    </section>
  );
}
