import { useTranslation } from 'react-i18next';
import { useRouteError } from 'react-router';

import { Button } from './Button';
import { Page } from './Page';

/** In place of a page that threw, or whose code could not be loaded. */
export function ErrorPage() {
  const { t } = useTranslation();
  const error = useRouteError();
  return (
    <Page title={t('app.broken.title')} lead={t('app.broken.body')}>
      <pre className="gpm-error-text">{error instanceof Error ? error.message : String(error)}</pre>
      <Button
        look="primary"
        icon="autorenew"
        onClick={() => {
          window.location.reload();
        }}
      >
        {t('app.reload')}
      </Button>
    </Page>
  );
}
