import './models.css';

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams, useSearchParams } from 'react-router';

import { at } from '../../api/address';
import type { Schema } from '../../api/client';
import { Failure } from '../../api/failure';
import { Badge } from '../../app/Badge';
import { Button, ButtonLink } from '../../app/Button';
import { Empty } from '../../app/Empty';
import { FailureNotice } from '../../app/FailureNotice';
import { Loading } from '../../app/Loading';
import { useMe } from '../../app/me';
import NotFound from '../../app/NotFound';
import { Page } from '../../app/Page';
import { Background } from './Background';
import { Calls } from './Calls';
import { CreateModel } from './CreateModel';
import { Facts } from './Facts';
import { LegalBases } from './LegalBases';
import { ProcessPublications } from './ProcessPublications';
import { type Model, useModels, useProcess } from './queries';
import { Roles } from './Roles';
import { comparisonAddress, showOf, type Shown, shownOf } from './shown';
import { useOwners } from './useOwners';
import { Variant } from './Variant';
import { Variants } from './Variants';

/** A process: its variants side by side, with what is known about it. */
export default function ProcessPage() {
  const { t } = useTranslation();
  const { key = '' } = useParams();
  const process = useProcess(key);
  const models = useModels(key);
  if (process.error instanceof Failure && process.error.status === 404) return <NotFound />;
  const error = process.error ?? models.error;
  const title = process.data?.content.name ?? key;
  if (error !== null)
    return (
      <Page title={title}>
        <FailureNotice error={error} onRetry={() => void Promise.all([process.refetch(), models.refetch()])} />
      </Page>
    );
  if (process.data === undefined || models.data === undefined)
    return (
      <Page title={title}>
        <Loading text={t('models.loading')} />
      </Page>
    );
  return <Process key={key} process={process.data} models={models.data} />;
}

function Process({ process, models }: { process: Schema['ProcessResponse']; models: Model[] }) {
  const { t } = useTranslation();
  const me = useMe();
  const [search, setSearch] = useSearchParams();
  const [isCreating, setIsCreating] = useState(false);
  const owners = useOwners(process, models);
  const own = (me?.roles ?? []).flatMap(({ authority }) => (typeof authority === 'string' ? [authority] : []));
  const shown = shownOf(search.get('show'), models, own);
  const { content, key } = process;

  const show = (next: Shown[]) => {
    setSearch({ show: showOf(next) }, { preventScrollReset: true });
  };
  const create = owners.length > 0 && (
    <Button
      look="primary"
      icon="add"
      onClick={() => {
        setIsCreating(true);
      }}
    >
      {t('models.create.open')}
    </Button>
  );
  const actions = (
    <>
      {models.length > 0 && create}
      {models.length > 0 && (
        <a className="kern-btn kern-btn--secondary" href={`${at('api/v1/exports')}?process=${key}`} download>
          <span className="kern-icon kern-icon--download" aria-hidden="true"></span>
          <span className="kern-label">{t('models.download.all')}</span>
        </a>
      )}
    </>
  );
  return (
    <Page title={content.name} lead={content.description} help={<p>{t('models.help')}</p>} actions={actions}>
      {content.illustrative && <Badge>{t('models.sample')}</Badge>}{' '}
      {typeof process.archivedAt === 'string' && <Badge look="warning">{t('models.archived')}</Badge>}
      <Facts process={process} />
      {models.length === 0 ? (
        <Empty title={t('models.none.heading')}>
          <p>
            {t('models.none.body')} {owners.length > 0 && t('models.none.mayCreate')}
          </p>
          {create}
        </Empty>
      ) : (
        <>
          <Variants
            models={models}
            shownIds={shown.map(({ model }) => model.id)}
            onToggle={(model, isShown) => {
              const others = shown.filter((item) => item.model.id !== model.id);
              show(isShown ? [...others, { model, version: model.latestVersion }] : others);
            }}
          />
          <Pictures shown={shown} process={process} models={models} onShow={show} />
          <Roles models={models} />
        </>
      )}
      <LegalBases bases={content.legalBases ?? []} />
      <Calls processKey={key} />
      <ProcessPublications processKey={key} />
      <Background content={content} />
      {isCreating && (
        <CreateModel
          process={process}
          models={models}
          owners={owners}
          onClose={() => {
            setIsCreating(false);
          }}
        />
      )}
    </Page>
  );
}

interface PicturesProps {
  shown: Shown[];
  process: Schema['ProcessResponse'];
  models: Model[];
  onShow: (shown: Shown[]) => void;
}

function Pictures({ shown, process, models, onShow }: PicturesProps) {
  const { t } = useTranslation();
  const [left, right] = shown;
  return (
    <section className="gpm-section" aria-labelledby="pictures">
      <div className="gpm-page-head">
        <h2 id="pictures" className="kern-heading-medium">
          {t('models.pictures.heading')}
        </h2>
        {left !== undefined && right !== undefined && shown.length === 2 && (
          <div className="gpm-actions">
            <ButtonLink small to={comparisonAddress(left, right)}>
              {t('models.pictures.compare')}
            </ButtonLink>
          </div>
        )}
      </div>
      {shown.length === 0 && <p className="kern-body">{t('models.pictures.none')}</p>}
      <div className="gpm-pictures">
        {shown.map((item) => (
          <Variant
            key={item.model.id}
            shown={item}
            policyField={process.policyField}
            soll={models.find(({ stage }) => stage === 'soll')}
            onShow={(version) => {
              onShow(shown.map((other) => (other === item ? { ...item, version } : other)));
            }}
          />
        ))}
      </div>
    </section>
  );
}
