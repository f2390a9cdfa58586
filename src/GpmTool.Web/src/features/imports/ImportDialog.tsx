import './imports.css';

import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { Button } from '../../app/Button';
import { Dialog } from '../../app/Dialog';
import { FailureNotice } from '../../app/FailureNotice';
import { Notice } from '../../app/Notice';
import { FileChoice } from './FileChoice';
import { Options } from './Options';
import { Progress } from './Progress';
import { Report } from './Report';
import { type ImportOptions, isMixed, newKey, upload } from './upload';
import { isOver, useImport } from './useImport';

interface ImportDialogProps {
  /** The files to begin with. */
  files?: File[];
  /** Where files belong that do not say so themselves. */
  target?: Partial<Pick<ImportOptions, 'process' | 'stage' | 'authority'>>;
  onClose: () => void;
}

/** Imports files in two steps: first it only says what would happen, then it does it. */
export function ImportDialog({ files: given = [], target = {}, onClose }: ImportDialogProps) {
  const { t } = useTranslation();
  const [files, setFiles] = useState(given);
  const [options, setOptions] = useState<ImportOptions>({
    conflict: 'newVersion',
    mode: 'allOrNothing',
    freeze: true,
    process: '',
    stage: '',
    authority: '',
    ...target,
  });
  const key = useRef<string>(undefined);
  const trial = useImport(() => upload(files, options, true, newKey()));
  const real = useImport(() => upload(files, options, false, (key.current ??= newKey())));
  const isReal = real.job !== undefined || real.isUploading || real.error !== null;
  const { job, isUploading, error } = isReal ? real : trial;
  const isBusy = (isUploading || (job !== undefined && !isOver(job))) && error === null;
  const isChoosing = job === undefined && !isUploading;
  const isTried = trial.job?.state === 'completed';
  const wouldFail = isTried && options.mode === 'allOrNothing' && (trial.job?.counts.rejected ?? 0) > 0;
  const mayRun = isTried && !wouldFail && (!isReal || real.error !== null);

  const back = () => {
    key.current = undefined;
    trial.reset();
    real.reset();
  };
  const actions = (
    <>
      {isChoosing && !isReal && (
        <Button look="primary" disabled={files.length === 0 || isMixed(files)} onClick={trial.start}>
          {t('imports.try')}
        </Button>
      )}
      {mayRun && (
        <Button look="primary" disabled={isBusy} onClick={real.start}>
          {t('imports.run')}
        </Button>
      )}
      {!isChoosing && !isBusy && real.job === undefined && <Button onClick={back}>{t('imports.again')}</Button>}
      <Button onClick={onClose}>{t(isReal && isOver(job) ? 'imports.done' : 'app.cancel')}</Button>
    </>
  );
  return (
    <Dialog title={t('imports.title')} wide onClose={onClose} actions={actions}>
      <div className="gpm-stack">
        {error !== null && <FailureNotice error={error} />}
        {isChoosing && !isReal && (
          <>
            <p className="kern-body">{t('imports.lead')}</p>
            <FileChoice files={files} onChange={setFiles} />
            {isMixed(files) && (
              <p className="kern-body" role="alert">
                {t('imports.mixed')}
              </p>
            )}
            <Options options={options} onChange={setOptions} />
          </>
        )}
        {isBusy && <Progress job={job} isUploading={isUploading} />}
        {wouldFail && <Notice look="warning" role="status" title={t('imports.wouldFail')} />}
        {job !== undefined && isOver(job) && <Report key={job.id} job={job} />}
      </div>
    </Dialog>
  );
}
