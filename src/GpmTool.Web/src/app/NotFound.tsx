import { useTranslation } from 'react-i18next';

import { ButtonLink } from './Button';
import { Page } from './Page';

/** For addresses that no page has. */
export default function NotFound() {
  const { t } = useTranslation();
  return (
    <Page title={t('app.notFound.title')} lead={t('app.notFound.body')}>
      <ButtonLink to="/">{t('app.toStart')}</ButtonLink>
    </Page>
  );
}
