import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { Failure } from '../../../api/failure';
import { Button, ButtonLink } from '../../../app/Button';
import { Dialog } from '../../../app/Dialog';
import { FailureNotice, Findings } from '../../../app/FailureNotice';
import { Loading } from '../../../app/Loading';
import { Notice } from '../../../app/Notice';
import { Select } from '../Sides';
import type { Comparison, Operation, TakenOver } from '../types';
import { Conflicts } from './Conflicts';
import { useTakeOver, useTargets, useTrial } from './useTakeOver';

interface TakeOverDialogProps {
  comparison: Comparison;
  chosen: readonly Operation[];
  onDone: () => void;
  onClose: () => void;
}

/** Takes chosen changes over into a draft: first what would happen, then, if that is wanted, it happens. */
export function TakeOverDialog({ comparison, chosen, onDone, onClose }: TakeOverDialogProps) {
  const { t } = useTranslation();
  const id = useId();
  const { targets, error } = useTargets(comparison);
  const [picked, setPicked] = useState<string | null>(null);
  const [note, setNote] = useState('');
  // The chosen ones when the dialog opened: what is done is not chosen any more.
  const [operations] = useState(chosen);
  const target = picked ?? targets?.[0]?.id ?? '';
  const trial = useTrial(comparison, operations, target);
  const takeOver = useTakeOver(comparison, operations, target);
  const done = takeOver.data;
  const name = targets?.find((model) => model.id === target)?.name ?? '';
  const hasConflicts = (trial.data?.value.conflicts.length ?? 0) > 0;

  if (done !== undefined) {
    return (
      <Dialog
        title={t('comparisons.takeOver.doneTitle')}
        onClose={onClose}
        wide
        actions={
          <>
            <ButtonLink look="primary" to={`/models/${done.target}/edit`}>
              {t('comparisons.takeOver.toDraft')}
            </ButtonLink>
            <Button onClick={onClose}>{t('app.close')}</Button>
          </>
        }
      >
        <Notice
          look="success"
          role="status"
          title={t('comparisons.takeOver.done', { count: done.chosen.length + done.needed.length, name })}
        />
        <Outcome outcome={done} />
      </Dialog>
    );
  }
  return (
    <Dialog
      title={t('comparisons.takeOver.heading')}
      onClose={onClose}
      wide
      actions={
        <>
          <Button
            look="primary"
            disabled={trial.data === undefined || trial.isFetching || hasConflicts || takeOver.isPending}
            onClick={() => {
              takeOver.mutate({ etag: trial.data?.etag ?? '', note }, { onSuccess: onDone });
            }}
          >
            {t('comparisons.takeOver.do')}
          </Button>
          <Button onClick={onClose}>{t('app.cancel')}</Button>
        </>
      }
    >
      <p>{t('comparisons.takeOver.lead')}</p>
      {error !== null && <FailureNotice error={error} />}
      {targets?.length === 0 && <Notice look="warning" title={t('comparisons.takeOver.noTarget')} />}
      {targets !== undefined && targets.length > 0 && (
        <Select
          label={t('comparisons.takeOver.target')}
          value={target}
          empty={t('comparisons.sides.chooseModel')}
          onChange={(target) => {
            setPicked(target);
            takeOver.reset();
          }}
        >
          {targets.map((model) => (
            <option key={model.id} value={model.id}>
              {t(`comparisons.sides.${model.stage}`, { name: model.name, authority: model.authority ?? '' })}
            </option>
          ))}
        </Select>
      )}
      <div className="kern-form-input">
        <label className="kern-label" htmlFor={id}>
          {t('comparisons.takeOver.note')}
        </label>
        <input
          className="kern-form-input__input"
          id={id}
          maxLength={2000}
          value={note}
          onChange={(event) => {
            setNote(event.target.value);
          }}
        />
      </div>
      {trial.isFetching && <Loading text={t('comparisons.takeOver.trying')} />}
      {trial.error !== null && <Refused error={trial.error} onRetry={() => void trial.refetch()} />}
      {takeOver.error !== null && (
        <Refused
          error={takeOver.error}
          onRetry={() => {
            takeOver.reset();
            void trial.refetch();
          }}
        />
      )}
      {trial.data !== undefined && !trial.isFetching && <Outcome outcome={trial.data.value} />}
    </Dialog>
  );
}

/** A refusal in words: the draft was changed meanwhile, or the comparison does not say that any more. */
function Refused({ error, onRetry }: { error: Error; onRetry: () => void }) {
  const { t } = useTranslation();
  const isOutdated = error instanceof Failure && error.status === 412;
  return (
    <>
      <FailureNotice error={error} onRetry={onRetry} />
      {isOutdated && <p>{t('comparisons.takeOver.outdated')}</p>}
    </>
  );
}

function Outcome({ outcome }: { outcome: TakenOver }) {
  const { t } = useTranslation();
  const { chosen, needed, conflicts, findings } = outcome;
  return (
    <div className="gpm-outcome">
      <Conflicts conflicts={conflicts} />
      <h3 className="kern-heading-small">{t('comparisons.takeOver.chosen', { count: chosen.length })}</h3>
      <ul className="gpm-list">
        {chosen.map((operation) => (
          <li key={operation.key + operation.digest}>{operation.sentence}</li>
        ))}
      </ul>
      {needed.length > 0 && (
        <>
          <h3 className="kern-heading-small">{t('comparisons.takeOver.needed', { count: needed.length })}</h3>
          <p>{t('comparisons.takeOver.neededWhy')}</p>
          <ul className="gpm-list">
            {needed.map(({ operation }) => (
              <li key={operation.key + operation.digest}>{operation.sentence}</li>
            ))}
          </ul>
        </>
      )}
      {findings.length > 0 && (
        <>
          <h3 className="kern-heading-small">{t('comparisons.takeOver.findings')}</h3>
          <Findings findings={findings} />
        </>
      )}
    </div>
  );
}
