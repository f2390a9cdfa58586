import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** A short help that opens in place. */
export function Help({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <details className="gpm-help">
      <summary className="kern-link kern-link--no-visited-state">
        <span className="kern-icon kern-icon--help" aria-hidden="true"></span>
        {t('app.help')}
      </summary>
      <div className="kern-body gpm-help__body">{children}</div>
    </details>
  );
}
