import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';

import { announce } from '../../../app/announce';
import { Button } from '../../../app/Button';
import { FailureNotice } from '../../../app/FailureNotice';
import { Notice } from '../../../app/Notice';
import type { Pinning } from './usePinning';

/** What became of the last decision: stored and to be undone, too late, or refused. */
export function PinNotices({ pinning }: { pinning: Pinning }) {
  const { t } = useTranslation();
  const { failure, late, undo } = pinning;
  useEffect(() => {
    if (undo !== null) announce(t('comparisons.pins.stored'));
  }, [undo, t]);
  return (
    <>
      {pinning.loading !== null && <FailureNotice error={pinning.loading} />}
      {failure !== null && <FailureNotice error={failure} />}
      {late !== null && (
        <Notice look="warning" role="alert" title={t('comparisons.pins.late')}>
          <p>{t('comparisons.pins.lateHelp')}</p>
          <div className="gpm-actions">
            <Button
              small
              onClick={() => {
                pinning.make(late);
              }}
            >
              {t('comparisons.pins.again')}
            </Button>
            <Button small look="tertiary" onClick={pinning.forget}>
              {t('comparisons.pins.leave')}
            </Button>
          </div>
        </Notice>
      )}
      {undo !== null && (
        <div className="gpm-tray">
          <p className="kern-body">{t('comparisons.pins.stored')}</p>
          <Button
            disabled={pinning.isBusy}
            onClick={() => {
              pinning.make(undo);
            }}
          >
            {t('comparisons.pins.undo')}
          </Button>
          <Button look="tertiary" onClick={pinning.forget}>
            {t('app.close')}
          </Button>
        </div>
      )}
    </>
  );
}
