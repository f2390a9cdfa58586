import { useTranslation } from 'react-i18next';

/** Something is on its way. Shown late, so that a quick answer does not flicker. */
export function Loading({ text }: { text?: string }) {
  const { t } = useTranslation();
  return (
    <p className="kern-body gpm-loading" role="status">
      <span className="gpm-spinner" aria-hidden="true"></span>
      <span>{text ?? t('app.loading')}</span>
    </p>
  );
}
