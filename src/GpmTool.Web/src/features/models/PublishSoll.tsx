import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { api, data } from '../../api/client';
import { announce } from '../../app/announce';
import { Button } from '../../app/Button';
import { Dialog } from '../../app/Dialog';
import { FailureNotice, Findings } from '../../app/FailureNotice';
import { Input } from '../../app/Input';
import { Loading } from '../../app/Loading';
import type { Model } from './queries';

/** Asks before the newest version of a Soll is published, and says beforehand what blocks it. */
export function PublishSoll({ model, onClose }: { model: Model; onClose: () => void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [note, setNote] = useState('');
  const { id, latestVersion: number, name, process } = model;
  const checks = useQuery({
    queryKey: ['model', id, 'checks', number],
    queryFn: () => data(api.GET('/api/v1/models/{id}/versions/{number}/checks', { params: { path: { id, number } } })),
  });
  const publishing = useMutation({
    mutationFn: () =>
      data(
        api.POST('/api/v1/publications', {
          body: { modelId: id, version: number, ...(note === '' ? {} : { note }) },
        }),
      ),
    onSuccess: async ({ manifest }) => {
      announce(t('models.publish.done', { number: manifest.number }));
      await Promise.all(
        [['process', process], ['publications'], ['overview']].map((queryKey) =>
          queries.invalidateQueries({ queryKey }),
        ),
      );
      onClose();
    },
  });
  const isBlocked = checks.data?.isBlocked === true;
  const actions = (
    <>
      <Button
        look="primary"
        disabled={checks.isPending || isBlocked || publishing.isPending}
        onClick={() => {
          publishing.mutate();
        }}
      >
        {t('models.publish.submit')}
      </Button>
      <Button onClick={onClose}>{t('app.cancel')}</Button>
    </>
  );
  return (
    <Dialog title={t('models.publish.title')} onClose={onClose} actions={actions}>
      <div className="gpm-stack">
        <p className="kern-body">{t('models.publish.body', { version: number, name })}</p>
        {checks.isPending && <Loading />}
        {checks.isError && <FailureNotice error={checks.error} onRetry={() => void checks.refetch()} />}
        {isBlocked && (
          <>
            <p className="kern-body" role="alert">
              {t('models.publish.blocked')}
            </p>
            <Findings findings={(checks.data?.findings ?? []).filter(({ severity }) => severity === 'error')} />
          </>
        )}
        {publishing.isError && <FailureNotice error={publishing.error} />}
        <Input label={t('models.freeze.note')} hint={t('models.freeze.noteHint')} value={note} onChange={setNote} />
      </div>
    </Dialog>
  );
}
