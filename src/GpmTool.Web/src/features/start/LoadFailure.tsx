import { useTranslation } from 'react-i18next';

import type { Failure } from '../../api/http';

export function LoadFailure({ failure }: { failure: Failure }) {
  const { t } = useTranslation();
  return (
    <div className="kern-alert kern-alert--danger" role="alert">
      <div className="kern-alert__header">
        <span className="kern-icon kern-icon--danger" aria-hidden="true"></span>
        <h2 className="kern-title">{t(`error.${failure.kind}`)}</h2>
      </div>
      <div className="kern-alert__body">
        {failure.kind === 'refused' ? (
          <>
            <p className="kern-body">{t('error.refusedHelp', { status: failure.status, detail: failure.detail })}</p>
            {failure.code !== null && <p className="kern-body">{t('error.code', { code: failure.code })}</p>}
          </>
        ) : (
          <p className="kern-body">{t(`error.${failure.kind}Help`)}</p>
        )}
      </div>
    </div>
  );
}
