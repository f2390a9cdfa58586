import { useTranslation } from 'react-i18next';

import { Badge, StateBadge } from '../../app/Badge';
import { useFormat } from '../../app/format';
import { type Model, useFigures, useVariantName } from './queries';
import { mostShown } from './shown';

interface VariantsProps {
  models: Model[];
  shownIds: string[];
  onToggle: (model: Model, isShown: boolean) => void;
}

const columns = ['steps', 'roles', 'handovers', 'mediaBreaks', 'processingTime', 'cycleTime'] as const;

/** The variants of a process with their key figures; a tick shows the picture. */
export function Variants({ models, shownIds, onToggle }: VariantsProps) {
  const { t } = useTranslation();
  return (
    <section className="gpm-section" aria-labelledby="variants">
      <h2 id="variants" className="kern-heading-medium">
        {t('models.variants.heading')}
      </h2>
      <div
        className="kern-table-responsive gpm-variants"
        role="region"
        aria-label={t('models.variants.region')}
        tabIndex={0}
      >
        <table className="kern-table kern-table--small">
          <caption className="kern-sr-only">{t('models.variants.caption')}</caption>
          <thead className="kern-table__head">
            <tr className="kern-table__row">
              <th scope="col" className="kern-table__header gpm-no-print">
                {t('models.variants.show')}
              </th>
              <th scope="col" className="kern-table__header">
                {t('models.variants.variant')}
              </th>
              <th scope="col" className="kern-table__header">
                {t('models.variants.state')}
              </th>
              {columns.map((column) => (
                <th key={column} scope="col" className="kern-table__header kern-table__header--numeric">
                  {t(`models.variants.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="kern-table__body">
            {models.map((model) => (
              <Row
                key={model.id}
                model={model}
                isShown={shownIds.includes(model.id)}
                isFull={shownIds.length >= mostShown}
                onToggle={onToggle}
              />
            ))}
          </tbody>
        </table>
      </div>
      <p className="kern-body kern-body--small gpm-muted">
        {t('models.variants.note')} {t('models.variants.most')}
      </p>
    </section>
  );
}

interface RowProps extends Pick<VariantsProps, 'onToggle'> {
  model: Model;
  isShown: boolean;
  isFull: boolean;
}

function Row({ model, isShown, isFull, onToggle }: RowProps) {
  const { t } = useTranslation();
  const name = useVariantName()(model);
  const { latestVersion: version } = model;
  return (
    <tr className="kern-table__row">
      <td className="kern-table__cell gpm-no-print">
        <input
          type="checkbox"
          className="kern-form-check__checkbox"
          aria-label={t('models.variants.showNamed', { name })}
          checked={isShown}
          disabled={isFull && !isShown}
          onChange={(event) => {
            onToggle(model, event.target.checked);
          }}
        />
      </td>
      <th scope="row" className="kern-table__header gpm-variants__name">
        <strong>{name}</strong>
        <br />
        <span className="gpm-muted">{model.name}</span>
      </th>
      <td className="kern-table__cell">
        <span className="gpm-badges">
          {t('models.variants.frozen', { version })}
          {model.hasDraft && <Badge look="warning">{t('models.versions.draft')}</Badge>}
          {model.stage === 'soll' && !(model.hasDraft && model.state === 'draft') && <StateBadge state={model.state} />}
        </span>
      </td>
      <Figures model={model} />
    </tr>
  );
}

function Figures({ model }: { model: Model }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { data, isError } = useFigures(model.id, model.latestVersion);
  if (isError)
    return (
      <td className="kern-table__cell" colSpan={columns.length}>
        {t('models.variants.failed')}
      </td>
    );
  const figures = data?.figures;
  const time = (iso: string | null | undefined) => (typeof iso === 'string' ? format.duration(iso) : undefined);
  const values = figures && [
    ...[figures.steps, figures.roles, figures.handovers, figures.mediaBreaks].map((value) => format.number(value)),
    time(figures.expectedProcessingTime),
    time(figures.expectedCycleTime),
  ];
  return columns.map((column, index) => (
    <td key={column} className="kern-table__cell kern-table__cell--numeric">
      {values === undefined ? '' : (values[index] ?? <Unknown />)}
    </td>
  ));
}

function Unknown() {
  const { t } = useTranslation();
  return (
    <span title={t('models.variants.unknown')}>
      <span aria-hidden="true">–</span>
      <span className="kern-sr-only">{t('models.variants.unknown')}</span>
    </span>
  );
}
