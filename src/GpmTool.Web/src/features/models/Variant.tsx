import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { Button, ButtonLink } from '../../app/Button';
import { useMe } from '../../app/me';
import { may } from '../../app/rights';
import { Downloads } from './Downloads';
import { FreezeDraft } from './FreezeDraft';
import { Picture } from './Picture';
import { PublishSoll } from './PublishSoll';
import { type Model, useVariantName } from './queries';
import type { Shown } from './shown';
import { Timeline } from './Timeline';

interface VariantProps {
  shown: Shown;
  policyField: string;
  soll: Model | undefined;
  onShow: (version: number) => void;
}

/** One variant: its picture, what can be done with it, its versions. */
export function Variant({ shown: { model, version }, policyField, soll, onShow }: VariantProps) {
  const { t } = useTranslation();
  const me = useMe();
  const name = useVariantName()(model);
  const [asks, setAsks] = useState<'freeze' | 'publish'>();
  const subject = { policyField, authority: model.authority ?? null };
  const mayEdit = may(me, 'editModels', subject);
  const mayPublish = model.stage === 'soll' && !model.hasDraft && may(me, 'publish', subject);
  const close = () => {
    setAsks(undefined);
  };
  return (
    <article className="gpm-variant" aria-label={name}>
      <header className="gpm-variant__head">
        <h3 className="kern-heading-small">
          {name} <span className="gpm-muted">{t('models.variants.frozen', { version })}</span>
        </h3>
        <div className="gpm-actions">
          {mayEdit && (
            <ButtonLink small icon="edit" to={`/models/${model.id}/edit`} aria-label={t('models.editNamed', { name })}>
              {t('models.edit')}
            </ButtonLink>
          )}
          {mayEdit && model.hasDraft && (
            <Button
              small
              icon="check"
              onClick={() => {
                setAsks('freeze');
              }}
            >
              {t('models.freeze.open')}
            </Button>
          )}
          {mayPublish && (
            <Button
              small
              icon="checklist"
              onClick={() => {
                setAsks('publish');
              }}
            >
              {t('models.publish.open')}
            </Button>
          )}
          <Downloads model={model} version={version} name={name} soll={soll} />
        </div>
      </header>
      <Picture key={version} id={model.id} version={version} name={name} />
      <Timeline model={model} shown={version} onShow={onShow} />
      {asks === 'freeze' && <FreezeDraft model={model} onClose={close} />}
      {asks === 'publish' && <PublishSoll model={model} onClose={close} />}
    </article>
  );
}
