import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { announce } from '../../../app/announce';
import { Button } from '../../../app/Button';
import { Dialog } from '../../../app/Dialog';
import { Select } from '../../../app/Select';
import { kindOf } from '../../../bpmn/language/translation';
import type { Diagram } from '../../../bpmn/services';
import { connectSteps, type Step, stepsOf } from '../../../bpmn/steps/steps';

/** Draws a flow between two steps by a form. */
export function ConnectDialog({
  diagram,
  from: first,
  onClose,
}: {
  diagram: Diagram;
  from: string | undefined;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const steps = stepsOf(diagram);
  const [from, setFrom] = useState(steps.some((step) => step.id === first) ? (first ?? '') : (steps[0]?.id ?? ''));
  const [to, setTo] = useState(steps.find((step) => step.id !== from)?.id ?? '');
  const [isRefused, setIsRefused] = useState(false);
  const options = steps.map(
    (step: Step) => [step.id, step.name ?? t('modelling.elements.unnamed', { kind: kindOf(step.type) })] as const,
  );
  return (
    <Dialog
      title={t('modelling.connect.title')}
      onClose={onClose}
      actions={
        <>
          <Button
            look="primary"
            onClick={() => {
              if (!connectSteps(diagram, from, to)) {
                setIsRefused(true);
                return;
              }
              announce(t('modelling.connect.done'));
              onClose();
            }}
          >
            {t('modelling.connect.submit')}
          </Button>
          <Button look="tertiary" onClick={onClose}>
            {t('app.cancel')}
          </Button>
        </>
      }
    >
      <Select label={t('modelling.connect.from')} value={from} options={options} onChange={setFrom} />
      <Select label={t('modelling.connect.to')} value={to} options={options} onChange={setTo} />
      {isRefused && <p role="alert">{t('modelling.connect.refused')}</p>}
    </Dialog>
  );
}
