import { useTranslation } from 'react-i18next';

import { useFormat } from '../../app/format';
import { type Model, useFigures, useVariantName } from './queries';

/** Which roles do the steps, by variant. */
export function Roles({ models }: { models: Model[] }) {
  const { t } = useTranslation();
  return (
    <section className="gpm-section" aria-labelledby="roles">
      <h2 id="roles" className="kern-heading-medium">
        {t('models.roles.heading')}
      </h2>
      <p className="kern-body">{t('models.roles.lead')}</p>
      <dl className="gpm-roles">
        {models.map((model) => (
          <Entry key={model.id} model={model} />
        ))}
      </dl>
    </section>
  );
}

function Entry({ model }: { model: Model }) {
  const { t } = useTranslation();
  const format = useFormat();
  const name = useVariantName()(model);
  const { data, isError } = useFigures(model.id, model.latestVersion);
  const words = () => {
    if (isError) return t('models.variants.failed');
    if (data === undefined) return '';
    return data.roles.length === 0 ? t('models.roles.none') : format.list(data.roles);
  };
  return (
    <div>
      <dt>{name}</dt>
      <dd>{words()}</dd>
    </div>
  );
}
