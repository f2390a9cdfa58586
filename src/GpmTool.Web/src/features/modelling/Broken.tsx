import { useTranslation } from 'react-i18next';

import { Button } from '../../app/Button';
import { Notice } from '../../app/Notice';
import { download } from './download';

/** A document that bpmn-js cannot draw; it can still be saved as a file. */
export function Broken({ xml, reason }: { xml: string; reason: string }) {
  const { t } = useTranslation();
  return (
    <Notice look="danger" role="alert" title={t('modelling.broken.title')}>
      <p>{t('modelling.broken.body', { reason })}</p>
      <Button
        small
        icon="download"
        onClick={() => {
          download(xml, 'modell');
        }}
      >
        {t('modelling.broken.download')}
      </Button>
    </Notice>
  );
}
