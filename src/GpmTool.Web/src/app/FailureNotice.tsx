import { useTranslation } from 'react-i18next';

import { Failure, type Finding } from '../api/failure';
import { Button } from './Button';
import { Notice } from './Notice';

const ownCodes = ['unreachable', 'malformed', 'not-a-problem'] as const;
const ownRemedies = ['outdated', 'not-allowed', 'not-logged-in', 'model-exists'] as const;

/** The server speaks of fields as programs know them. */
const isAboutFields = (error: Failure) => Object.keys(error.errors).length > 0;

interface FailureNoticeProps {
  error: unknown;
  onRetry?: () => void;
  /** What the page calls the fields of its request. */
  labels?: Readonly<Record<string, string>>;
}

/** Says what went wrong and how to put it right, in the server's words where it has some. */
export function FailureNotice({ error, onRetry, labels }: FailureNoticeProps) {
  const { t } = useTranslation();
  if (!(error instanceof Failure)) throw error; // a mistake of the page: its error page is for that
  const own = ownCodes.find((code) => code === error.code);
  const remedy = ownRemedies.find((code) => code === error.code);
  const { status, detail } = error;
  const help = () => {
    if (own !== undefined) return t(`app.failure.${own}Help`, { status, detail });
    return remedy === undefined ? error.remedy : t(`app.failure.remedies.${remedy}`);
  };
  const title = () => {
    if (own !== undefined) return t(`app.failure.${own}`);
    return isAboutFields(error) ? t('app.failure.fields') : detail;
  };
  return (
    <Notice look="danger" role="alert" title={title()}>
      {!isAboutFields(error) && <p>{help()}</p>}
      <Errors errors={error.errors} labels={labels} />
      <Findings findings={error.findings} />
      {own === undefined && <p className="gpm-muted">{t('app.failure.code', { code: error.code })}</p>}
      {onRetry !== undefined && (
        <Button small icon="autorenew" onClick={onRetry}>
          {t('app.retry')}
        </Button>
      )}
    </Notice>
  );
}

function Errors({ errors, labels }: { errors: Record<string, string[]>; labels: FailureNoticeProps['labels'] }) {
  const all = Object.entries(errors);
  if (all.length === 0) return null;
  return (
    <ul className="gpm-list">
      {all.map(([field, messages]) => (
        <li key={field}>
          {labels?.[field] ?? field}: {messages.join(' ')}
        </li>
      ))}
    </ul>
  );
}

/** Findings as a list, each with its severity in words, its place and its remedy. */
export function Findings({ findings }: { findings: readonly Finding[] }) {
  const { t } = useTranslation();
  if (findings.length === 0) return null;
  return (
    <ul className="gpm-findings">
      {findings.map((finding, index) => (
        <li key={index} className={`gpm-finding gpm-finding--${finding.severity}`}>
          <strong>{t(`app.severity.${finding.severity}`)}:</strong> {finding.message} {finding.remedy}
          {typeof finding.elementName === 'string' && (
            <span className="gpm-muted"> {t('app.failure.finding', { element: finding.elementName })}</span>
          )}
        </li>
      ))}
    </ul>
  );
}
