import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { Schema } from '../../../api/client';
import { announce } from '../../../app/announce';
import { Button } from '../../../app/Button';
import { Dialog } from '../../../app/Dialog';
import { FailureNotice } from '../../../app/FailureNotice';
import { Loading } from '../../../app/Loading';
import { compare, mergeIntoDraft, readVersion } from '../documents';
import { download } from '../download';
import type { Autosave } from '../saving/autosave';

interface ConflictDialogProps {
  model: string;
  version: number;
  name: string;
  /** My version. */
  mine: string;
  autosave: Autosave;
  show: (xml: string) => Promise<void>;
  onClose: () => void;
}

/** Somebody else saved the draft meanwhile: shows what differs, and lets somebody decide. Until then nothing is lost. */
export function ConflictDialog({ model, version, name, mine, autosave, show, onClose }: ConflictDialogProps) {
  const { t } = useTranslation();
  const [conflicts, setConflicts] = useState<Schema['ConflictResponse'][]>([]);
  const difference = useQuery({
    queryKey: ['modelling', model, 'conflict', mine],
    gcTime: 0,
    queryFn: async () => {
      const base = { document: autosave.saved.xml };
      const [mineChanges, theirsChanges] = await Promise.all([
        compare(base, { document: mine }),
        compare(base, { modelId: model }),
      ]);
      return { mine: mineChanges, theirs: theirsChanges };
    },
  });

  const takeTheirs = async () => {
    const theirs = await readVersion(model, version);
    await show(theirs.xml);
    autosave.goOn(theirs, true);
    announce(t('modelling.conflict.theirsTaken'));
    onClose();
  };
  const keepMine = async () => {
    const theirs = await readVersion(model, version);
    autosave.goOn(theirs, false);
    onClose();
  };
  const merge = async (acceptConflicts: boolean) => {
    const theirs = await readVersion(model, version);
    const { value: merged, etag } = await mergeIntoDraft(model, autosave.saved.xml, mine, theirs.etag, acceptConflicts);
    if (!merged.isStored) {
      setConflicts(merged.conflicts);
      return;
    }

    const xml = String(merged.document);
    await show(xml);
    autosave.goOn({ xml, etag }, true);
    announce(t('modelling.conflict.merged'));
    onClose();
  };
  const decide = useMutation({ mutationFn: (decision: () => Promise<void>) => decision() });
  const act = (decision: () => Promise<void>) => () => {
    decide.mutate(decision);
  };

  return (
    <Dialog
      wide
      title={t('modelling.conflict.title')}
      actions={
        <>
          <Button look="primary" disabled={decide.isPending} onClick={act(() => merge(conflicts.length > 0))}>
            {t(conflicts.length > 0 ? 'modelling.conflict.mergeAnyway' : 'modelling.conflict.merge')}
          </Button>
          <Button disabled={decide.isPending} onClick={act(keepMine)}>
            {t('modelling.conflict.keepMine')}
          </Button>
          <Button disabled={decide.isPending} onClick={act(takeTheirs)}>
            {t('modelling.conflict.takeTheirs')}
          </Button>
          <Button
            icon="download"
            onClick={() => {
              download(mine, name);
            }}
          >
            {t('modelling.conflict.download')}
          </Button>
          <Button look="tertiary" onClick={onClose}>
            {t('modelling.conflict.later')}
          </Button>
        </>
      }
      onClose={onClose}
    >
      <p className="kern-body">{t('modelling.conflict.lead')}</p>
      {decide.isError && <FailureNotice error={decide.error} />}
      {conflicts.length > 0 && <Conflicts conflicts={conflicts} />}
      {difference.isPending && <Loading text={t('modelling.conflict.comparing')} />}
      {difference.isError && <FailureNotice error={difference.error} onRetry={() => void difference.refetch()} />}
      {difference.isSuccess && (
        <div className="gpm-conflict__sides">
          <Changes title={t('modelling.conflict.mine')} operations={difference.data.mine} />
          <Changes title={t('modelling.conflict.theirs')} operations={difference.data.theirs} />
        </div>
      )}
      <dl className="gpm-conflict__choices">
        {(['merge', 'keepMine', 'takeTheirs'] as const).map((choice) => (
          <div key={choice}>
            <dt>{t(`modelling.conflict.${choice}`)}</dt>
            <dd>{t(`modelling.conflict.${choice}Help`)}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}

function Changes({ title, operations }: { title: string; operations: readonly Schema['OperationResponse'][] }) {
  const { t } = useTranslation();
  return (
    <section>
      <h3 className="kern-title">{title}</h3>
      {operations.length === 0 ? (
        <p className="kern-body">{t('modelling.conflict.noChanges')}</p>
      ) : (
        <ul className="gpm-list gpm-conflict__changes">
          {operations.map((operation) => (
            <li key={operation.key}>{operation.sentence}</li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Conflicts({ conflicts }: { conflicts: readonly Schema['ConflictResponse'][] }) {
  const { t } = useTranslation();
  const value = ({ newValue, kind }: Schema['MergedChange']) =>
    typeof newValue === 'string' && newValue !== ''
      ? t('modelling.conflict.change', { value: newValue })
      : t('modelling.conflict.operations', { kind });
  return (
    <div className="gpm-conflict__disagree" role="alert">
      <p>
        <strong>{t('modelling.conflict.disagree', { count: conflicts.length })}</strong>{' '}
        {t('modelling.conflict.disagreeHelp')}
      </p>
      <ul className="gpm-list">
        {conflicts.map((conflict, at) => (
          <li key={at}>
            {t('modelling.conflict.disagreeAt', {
              element: conflict.elementName ?? conflict.elementId,
              mine: value(conflict.ours),
              theirs: value(conflict.theirs),
            })}
          </li>
        ))}
      </ul>
    </div>
  );
}
