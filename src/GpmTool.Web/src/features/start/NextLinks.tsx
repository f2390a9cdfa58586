import { Trans, useTranslation } from 'react-i18next';

import { at } from '../../api/address';

const links = [
  ['swagger', 'swagger'],
  ['openapi', 'swagger/v1/swagger.json'],
  ['health', 'health/ready'],
] as const;

export function NextLinks() {
  const { t } = useTranslation();
  return (
    <nav aria-labelledby="next">
      <h2 id="next" className="kern-heading-small">
        {t('links.heading')}
      </h2>
      <ul className="gpm-list gpm-list--plain">
        {links.map(([name, href]) => (
          <li key={name}>
            <a className="kern-link" href={at(href)}>
              {t(`links.${name}`)}
            </a>
          </li>
        ))}
        <li className="kern-body">
          <Trans i18nKey="links.docs" components={{ code: <code /> }} />
        </li>
      </ul>
    </nav>
  );
}
