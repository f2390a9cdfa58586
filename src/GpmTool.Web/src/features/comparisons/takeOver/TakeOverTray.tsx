import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { Button } from '../../../app/Button';
import type { Comparison } from '../types';
import { chosenOf } from './chosen';
import { TakeOverDialog } from './TakeOverDialog';

interface TakeOverTrayProps {
  comparison: Comparison;
  taken: ReadonlySet<string>;
  onClear: () => void;
}

/** What is chosen for taking over, and the way to do it. Always in sight while something is chosen. */
export function TakeOverTray({ comparison, taken, onClear }: TakeOverTrayProps) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const chosen = chosenOf(taken, comparison.operations);
  return (
    <>
      {chosen.length > 0 && (
        <section className="gpm-tray" aria-label={t('comparisons.takeOver.heading')}>
          <p className="kern-body">{t('comparisons.takeOver.chosen', { count: chosen.length })}</p>
          <Button
            look="primary"
            onClick={() => {
              setOpen(true);
            }}
          >
            {t('comparisons.takeOver.open')}
          </Button>
          <Button look="tertiary" onClick={onClear}>
            {t('comparisons.takeOver.clear')}
          </Button>
        </section>
      )}
      {isOpen && (
        <TakeOverDialog
          comparison={comparison}
          chosen={chosen}
          onDone={onClear}
          onClose={() => {
            setOpen(false);
          }}
        />
      )}
    </>
  );
}
