import './modelling.css';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';

import { Button } from '../../app/Button';
import { FailureNotice } from '../../app/FailureNotice';
import { Loading } from '../../app/Loading';
import { Notice } from '../../app/Notice';
import { Page } from '../../app/Page';
import { beginDraft, readVersion, readView } from './documents';
import type { Opened } from './editor/Editor';
import { useModel } from './useModel';

// Who only reads does not load the modeler.
const Editor = lazy(() => import('./editor/Editor'));
const Viewer = lazy(() => import('./Viewer'));

export default function ModellingPage() {
  const { id = '' } = useParams();
  // Another model is another page: nothing of the one before may stay.
  return <Modelling key={id} id={id} />;
}

function Modelling({ id }: { id: string }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const { model, process, error, mayEdit, refetch } = useModel(id);
  // What is being edited stays as it is, whatever the server says meanwhile.
  const [opened, setOpened] = useState<Opened>();
  const number = model?.latestVersion ?? 0;
  const version = useQuery({
    queryKey: ['modelling', id, 'bpmn', number, model?.hasDraft],
    enabled: model !== undefined && opened === undefined,
    gcTime: 0,
    staleTime: 0,
    queryFn: async () => {
      const [saved, view] = await Promise.all([readVersion(id, number), readView(id, number)]);
      return { ...saved, view };
    },
  });
  const begin = useMutation({
    mutationFn: () => beginDraft(id),
    onSuccess: () => queries.invalidateQueries(),
  });

  const isDraft = model?.hasDraft === true && typeof model.archivedAt !== 'string';
  if (opened === undefined && isDraft && mayEdit && version.isSuccess && !version.isFetching)
    setOpened({ ...version.data, number });

  const failure = error ?? (opened === undefined ? version.error : null);
  const title = t('modelling.title', { model: model?.name ?? '…' });
  if (failure !== null)
    return (
      <Page title={title}>
        <FailureNotice
          error={failure}
          onRetry={() => {
            void refetch();
            void version.refetch();
          }}
        />
      </Page>
    );
  if (model === undefined || process === undefined || (opened === undefined && !version.isSuccess))
    return (
      <Page title={title}>
        <Loading text={t('modelling.loading')} />
      </Page>
    );

  const words = {
    stage: t(`app.stages.${model.stage}`),
    process: process.content.name,
    version: opened?.number ?? number,
  };
  if (opened !== undefined)
    return (
      <Page title={title} lead={t('modelling.lead', words)} help={<p>{t('modelling.help')}</p>}>
        <Suspense fallback={<Loading text={t('modelling.loadingEditor')} />}>
          <Editor
            model={model}
            opened={opened}
            onLeave={() => {
              // What the server says now decides what comes next.
              void queries.invalidateQueries().finally(() => {
                setOpened(undefined);
              });
            }}
          />
        </Suspense>
      </Page>
    );

  return (
    <Page title={title} lead={t('modelling.leadFrozen', words)}>
      {typeof model.archivedAt === 'string' ? (
        <Notice look="info" title={t('modelling.archived.title')}>
          <p>{t('modelling.archived.body')}</p>
        </Notice>
      ) : mayEdit ? (
        <Notice look="info" title={t('modelling.noDraft.title')}>
          <p>{t('modelling.noDraft.body', words)}</p>
          <div className="gpm-actions">
            <Button
              look="primary"
              disabled={begin.isPending}
              onClick={() => {
                begin.mutate();
              }}
            >
              {t('modelling.noDraft.begin')}
            </Button>
          </div>
        </Notice>
      ) : (
        <Notice look="info" title={t('modelling.readOnly.title')}>
          <p>{t('modelling.readOnly.body', words)}</p>
        </Notice>
      )}
      {begin.isError && <FailureNotice error={begin.error} />}
      {version.data !== undefined && (
        <Suspense fallback={<Loading text={t('modelling.loadingEditor')} />}>
          <Viewer key={`${version.data.etag} ${String(number)}`} xml={version.data.xml} />
        </Suspense>
      )}
    </Page>
  );
}
