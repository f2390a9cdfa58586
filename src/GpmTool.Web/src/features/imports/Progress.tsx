import { useTranslation } from 'react-i18next';

import type { Import } from './upload';

/** How far an import is. */
export function Progress({ job, isUploading }: { job: Import | undefined; isUploading: boolean }) {
  const { t } = useTranslation();
  const total = job?.total ?? undefined;
  const done = job?.done ?? 0;
  const text = () => {
    if (isUploading || job === undefined) return t('imports.uploading');
    if (job.state === 'queued') return t('imports.states.queued');
    return total === undefined ? t('imports.states.runningUnknown') : t('imports.states.running', { done, total });
  };
  return (
    <div className="gpm-progress">
      <p className="kern-body" role="status">
        {text()}
      </p>
      <progress aria-label={t('imports.title')} {...(total === undefined ? {} : { value: done, max: total })} />
    </div>
  );
}
