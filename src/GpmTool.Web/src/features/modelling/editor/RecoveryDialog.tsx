import { useTranslation } from 'react-i18next';

import { Button } from '../../../app/Button';
import { Dialog } from '../../../app/Dialog';
import { useFormat } from '../../../app/format';
import { download } from '../download';
import type { Copy } from '../saving/recovery';

interface RecoveryDialogProps {
  copy: Copy;
  name: string;
  isOutdated: boolean;
  onRestore: () => void;
  onDiscard: () => void;
}

/** Offers work that did not reach the server; it stays until somebody decides. */
export function RecoveryDialog({ copy, name, isOutdated, onRestore, onDiscard }: RecoveryDialogProps) {
  const { t } = useTranslation();
  const { dateTime } = useFormat();
  return (
    <Dialog
      title={t('modelling.recovery.title')}
      actions={
        <>
          <Button look="primary" onClick={onRestore}>
            {t('modelling.recovery.restore')}
          </Button>
          <Button
            icon="download"
            onClick={() => {
              download(copy.xml, name);
            }}
          >
            {t('modelling.recovery.download')}
          </Button>
          <Button look="tertiary" onClick={onDiscard}>
            {t('modelling.recovery.discard')}
          </Button>
        </>
      }
    >
      <p className="kern-body">{t('modelling.recovery.body', { time: dateTime(copy.at) })}</p>
      {isOutdated && <p className="kern-body">{t('modelling.recovery.outdated')}</p>}
    </Dialog>
  );
}
