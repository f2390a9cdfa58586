import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { api, data, ifMatch, tagged } from '../../api/client';
import { Failure } from '../../api/failure';
import { announce } from '../../app/announce';
import { Button } from '../../app/Button';
import { Dialog } from '../../app/Dialog';
import { FailureNotice } from '../../app/FailureNotice';
import { Input } from '../../app/Input';
import { Loading } from '../../app/Loading';
import type { Model } from './queries';

const isOutdated = (error: unknown) => error instanceof Failure && error.status === 412;

/** Asks before a draft becomes a version that never changes. */
export function FreezeDraft({ model, onClose }: { model: Model; onClose: () => void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [note, setNote] = useState('');
  const { id, latestVersion: number, name, process } = model;
  // The tag of the draft as it is now: who changes it meanwhile makes the server refuse.
  const draft = useQuery({
    queryKey: ['model', id, 'tag', number],
    queryFn: () => tagged(api.GET('/api/v1/models/{id}/versions/{number}', { params: { path: { id, number } } })),
    staleTime: 0,
    gcTime: 0,
  });
  const freezing = useMutation({
    mutationFn: (etag: string) =>
      data(
        api.POST('/api/v1/models/{id}/freeze', {
          params: { path: { id }, header: ifMatch(etag) },
          body: note === '' ? {} : { note },
        }),
      ),
    onSuccess: async () => {
      announce(t('models.freeze.done', { version: number }));
      await Promise.all([
        queries.invalidateQueries({ queryKey: ['process', process] }),
        queries.invalidateQueries({ queryKey: ['model', id] }),
      ]);
      onClose();
    },
    onError: (error) => {
      // What was changed meanwhile has to be seen first.
      if (isOutdated(error)) void queries.invalidateQueries({ queryKey: ['model', id] });
    },
  });
  const etag = draft.data?.etag;
  const actions = (
    <>
      <Button
        look="primary"
        disabled={etag === undefined || freezing.isPending || isOutdated(freezing.error)}
        onClick={() => {
          if (etag !== undefined) freezing.mutate(etag);
        }}
      >
        {t('models.freeze.submit')}
      </Button>
      <Button onClick={onClose}>{t('app.cancel')}</Button>
    </>
  );
  return (
    <Dialog title={t('models.freeze.title')} onClose={onClose} actions={actions}>
      <div className="gpm-stack">
        <p className="kern-body">{t('models.freeze.body', { version: number, name })}</p>
        {draft.isPending && <Loading />}
        {draft.isError && <FailureNotice error={draft.error} onRetry={() => void draft.refetch()} />}
        {freezing.isError && <FailureNotice error={freezing.error} />}
        <Input label={t('models.freeze.note')} hint={t('models.freeze.noteHint')} value={note} onChange={setNote} />
      </div>
    </Dialog>
  );
}
