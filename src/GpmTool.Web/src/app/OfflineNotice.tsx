import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';

function subscribe(listener: () => void) {
  window.addEventListener('online', listener);
  window.addEventListener('offline', listener);
  return () => {
    window.removeEventListener('online', listener);
    window.removeEventListener('offline', listener);
  };
}

/** Says that the browser has no network. */
export function OfflineNotice() {
  const { t } = useTranslation();
  const isOnline = useSyncExternalStore(subscribe, () => navigator.onLine);
  // Always in the page, so that screen readers announce what appears in it.
  return (
    <div role="status">
      {!isOnline && (
        <div className="gpm-offline">
          <p className="kern-container kern-body">{t('app.offline')}</p>
        </div>
      )}
    </div>
  );
}
