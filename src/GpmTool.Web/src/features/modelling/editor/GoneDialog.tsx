import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

import { Button } from '../../../app/Button';
import { Dialog } from '../../../app/Dialog';
import { FailureNotice } from '../../../app/FailureNotice';
import { beginDraft, readModelVersion } from '../documents';
import { download } from '../download';
import type { Autosave } from '../saving/autosave';

interface GoneDialogProps {
  model: string;
  name: string;
  mine: string;
  autosave: Autosave;
  onGaveUp: () => void;
  onClose: () => void;
}

/** The draft was frozen or thrown away by somebody else while this editor held unsaved work. */
export function GoneDialog({ model, name, mine, autosave, onGaveUp, onClose }: GoneDialogProps) {
  const { t } = useTranslation();
  const begin = useMutation({
    mutationFn: async () => {
      await beginDraft(model);
      autosave.goOn(await readModelVersion(model), false);
      onClose();
    },
  });
  return (
    <Dialog
      title={t('modelling.gone.title')}
      onClose={onClose}
      actions={
        <>
          <Button
            look="primary"
            disabled={begin.isPending}
            onClick={() => {
              begin.mutate();
            }}
          >
            {t('modelling.gone.begin')}
          </Button>
          <Button
            icon="download"
            onClick={() => {
              download(mine, name);
            }}
          >
            {t('modelling.conflict.download')}
          </Button>
          <Button look="tertiary" onClick={onGaveUp}>
            {t('modelling.gone.leave')}
          </Button>
        </>
      }
    >
      <p className="kern-body">{t('modelling.gone.lead')}</p>
      {begin.isError && <FailureNotice error={begin.error} />}
    </Dialog>
  );
}
