import { Trans, useTranslation } from 'react-i18next';

import { at } from '../../api/address';

export function EmptyCatalogue() {
  const { t } = useTranslation();
  return (
    <section className="kern-alert kern-alert--info" aria-labelledby="empty">
      <div className="kern-alert__header">
        <span className="kern-icon kern-icon--info" aria-hidden="true"></span>
        <h2 id="empty" className="kern-title">
          {t('empty.heading')}
        </h2>
      </div>
      <div className="kern-alert__body">
        <p className="kern-body">{t('empty.body')}</p>
        <ul className="gpm-list">
          <li className="kern-body">
            <Trans i18nKey="empty.samples" components={{ code: <code /> }} />
          </li>
          <li className="kern-body">
            <Trans i18nKey="empty.samplesSqlServer" components={{ code: <code /> }} />
          </li>
          <li className="kern-body">
            <Trans
              i18nKey="empty.create"
              components={{ api: <a className="gpm-inline-link" href={at('swagger')} /> }}
            />
          </li>
        </ul>
      </div>
    </section>
  );
}
