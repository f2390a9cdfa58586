import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { api, ifMatch, type Schema, tagged } from '../../api/client';
import { announce } from '../../app/announce';
import { StateBadge } from '../../app/Badge';
import { Button } from '../../app/Button';
import { Dialog } from '../../app/Dialog';
import { FailureNotice } from '../../app/FailureNotice';
import { useFormat } from '../../app/format';
import { Input } from '../../app/Input';
import { Loading } from '../../app/Loading';
import type { Model } from '../models/queries';

type Step = Schema['NextStepResponse'];

const isDecided = ({ by }: Step) => by === 'decision' || by === 'reasonedDecision' || by === 'decisionWithoutQuorum';

/** Where a version of a Soll is in its life cycle, and the decisions that lead on. */
export function MoveSoll({ model, version, onClose }: { model: Model; version: number; onClose: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const queries = useQueryClient();
  const [chosen, setChosen] = useState<Schema['ModelState']>();
  const [reason, setReason] = useState('');
  const path = { id: model.id, number: version };
  const cycle = useQuery({
    queryKey: ['model', model.id, 'life-cycle', version],
    queryFn: () => tagged(api.GET('/api/v1/models/{id}/versions/{number}/life-cycle', { params: { path } })),
    staleTime: 0,
  });
  const moving = useMutation({
    mutationFn: ({ etag, state }: { etag: string; state: Schema['ModelState'] }) =>
      tagged(
        api.POST('/api/v1/models/{id}/versions/{number}/life-cycle', {
          params: { path, header: ifMatch(etag) },
          body: { state, ...(reason === '' ? {} : { reason }) },
        }),
      ),
    onSuccess: async ({ value }) => {
      announce(t('lifeCycle.done', { state: t(`app.states.${value.state}`) }));
      await Promise.all(
        [['process', model.process], ['model', model.id], ['overview']].map((queryKey) =>
          queries.invalidateQueries({ queryKey }),
        ),
      );
      onClose();
    },
  });
  const steps = cycle.data?.value.nextSteps ?? [];
  const step = steps.find(({ to }) => to === chosen);
  const needsReason = step?.by === 'reasonedDecision';
  const actions = (
    <>
      <Button
        look="primary"
        disabled={step === undefined || (needsReason && reason.trim() === '') || moving.isPending}
        onClick={() => {
          if (step !== undefined && cycle.data !== undefined) moving.mutate({ etag: cycle.data.etag, state: step.to });
        }}
      >
        {t('lifeCycle.submit')}
      </Button>
      <Button onClick={onClose}>{t('app.cancel')}</Button>
    </>
  );
  return (
    <Dialog title={t('lifeCycle.title')} onClose={onClose} actions={actions}>
      <div className="gpm-stack">
        {cycle.isPending && <Loading />}
        {cycle.isError && <FailureNotice error={cycle.error} onRetry={() => void cycle.refetch()} />}
        {cycle.data !== undefined && (
          <>
            <p className="kern-body">
              {t('lifeCycle.now', { version, name: model.name })} <StateBadge state={cycle.data.value.state} />
            </p>
            <fieldset className="kern-fieldset">
              <legend className="kern-label">{t('lifeCycle.question')}</legend>
              <div className="kern-fieldset__body">
                {steps.filter(isDecided).map(({ to, by }) => (
                  <div className="kern-form-check" key={to}>
                    <input
                      className="kern-form-check__radio"
                      type="radio"
                      name="state"
                      id={`state-${to}`}
                      checked={chosen === to}
                      onChange={() => {
                        setChosen(to);
                      }}
                    />
                    <label className="kern-label" htmlFor={`state-${to}`}>
                      {t(`app.states.${to}`)}
                      {by === 'decisionWithoutQuorum' && ` (${t('lifeCycle.by.decisionWithoutQuorum')})`}
                    </label>
                  </div>
                ))}
              </div>
            </fieldset>
            {steps.some((one) => !isDecided(one)) && (
              <p className="kern-body kern-body--small">
                {t('lifeCycle.others')}{' '}
                {steps
                  .filter((one) => !isDecided(one))
                  .map(({ to, by }) => `${t(`app.states.${to}`)} (${t(`lifeCycle.by.${by}`)})`)
                  .join(', ')}
              </p>
            )}
            <Input
              label={t('lifeCycle.reason')}
              hint={t(needsReason ? 'lifeCycle.reasonNeeded' : 'lifeCycle.reasonHint')}
              value={reason}
              onChange={setReason}
              required={needsReason}
            />
            {moving.isError && <FailureNotice error={moving.error} />}
            {cycle.data.value.transitions.length > 0 && (
              <section aria-labelledby="life-cycle-steps">
                <h3 className="kern-title" id="life-cycle-steps">
                  {t('lifeCycle.history')}
                </h3>
                <ol className="gpm-list">
                  {cycle.data.value.transitions.map(({ at, from, to, reason: why }) => (
                    <li key={at}>
                      {format.date(at)}: {t(`app.states.${from}`)} → {t(`app.states.${to}`)}
                      {typeof why === 'string' && ` – ${why}`}
                    </li>
                  ))}
                </ol>
              </section>
            )}
          </>
        )}
      </div>
    </Dialog>
  );
}
