import { Trans, useTranslation } from 'react-i18next';
import { Link } from 'react-router';

import { at } from '../../api/address';
import { Empty } from '../../app/Empty';

/** Nothing is stored at all. */
export function NoFields() {
  const { t } = useTranslation();
  return (
    <Empty title={t('overview.noFields.heading')}>
      <p>{t('overview.noFields.body')}</p>
      <ul className="gpm-list">
        <li>
          <Trans i18nKey="overview.noFields.samples" components={{ code: <code /> }} />
        </li>
        <li>
          <Trans
            i18nKey="overview.noFields.import"
            components={{ importLink: <Link className="gpm-inline-link" to="/processes" /> }}
          />
        </li>
        <li>
          <Trans
            i18nKey="overview.noFields.create"
            components={{ api: <a className="gpm-inline-link" href={at('swagger')} /> }}
          />
        </li>
      </ul>
    </Empty>
  );
}
