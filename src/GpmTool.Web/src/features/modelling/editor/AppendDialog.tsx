import { useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { announce } from '../../../app/announce';
import { Button } from '../../../app/Button';
import { Dialog } from '../../../app/Dialog';
import { Select } from '../../../app/Select';
import { kindOf } from '../../../bpmn/language/translation';
import type { Diagram } from '../../../bpmn/services';
import { type Appendable, appendable, appendStep, followerOf, rolesOf, stepsOf } from '../../../bpmn/steps/steps';
import { Field } from './Field';

/** Kinds that may do without a name. */
const unnamed: readonly Appendable[] = ['bpmn:ParallelGateway', 'bpmn:EndEvent', 'bpmn:StartEvent'];

/** Adds a step by a form: modelling without a mouse. */
export function AppendDialog({
  diagram,
  after: first,
  onClose,
}: {
  diagram: Diagram;
  after: string | undefined;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const steps = stepsOf(diagram);
  const canFollow = steps.filter((step) => step.type !== 'bpmn:EndEvent');
  const [after, setAfter] = useState(
    canFollow.some((step) => step.id === first) ? (first ?? '') : (canFollow.at(-1)?.id ?? ''),
  );
  const [type, setType] = useState<Appendable>('bpmn:Task');
  const [name, setName] = useState('');
  const [role, setRole] = useState('');
  const [fault, setFault] = useState<string>();
  const nameInput = useRef<HTMLInputElement>(null);
  const [isBetween, setIsBetween] = useState(true);
  const roles = useId();
  const form = useId();
  const between = useId();
  const next = type === 'bpmn:EndEvent' ? undefined : followerOf(diagram, after);

  useEffect(() => {
    nameInput.current?.focus();
  }, []);

  const append = (goesOn: boolean) => {
    const needsName = !unnamed.includes(type);
    if (needsName && name.trim() === '') {
      setFault(t('modelling.append.nameMissing'));
      nameInput.current?.focus();
      return;
    }

    const added = appendStep(diagram, {
      type,
      name: name.trim(),
      role: role.trim() === '' ? undefined : role.trim(),
      after: after === '' || type === 'bpmn:StartEvent' ? undefined : after,
      isBetween: isBetween && next !== undefined,
    });
    announce(t('modelling.append.done', { name: name.trim() === '' ? kindOf(type) : name.trim() }));
    if (!goesOn || type === 'bpmn:EndEvent') {
      onClose();
      return;
    }

    setAfter(added.id);
    setName('');
    setFault(undefined);
    nameInput.current?.focus();
  };

  return (
    <Dialog
      title={t('modelling.append.title')}
      onClose={onClose}
      actions={
        <>
          <Button look="primary" type="submit" form={form}>
            {t('modelling.append.submit')}
          </Button>
          <Button
            onClick={() => {
              append(true);
            }}
          >
            {t('modelling.append.another')}
          </Button>
          <Button look="tertiary" onClick={onClose}>
            {t('app.cancel')}
          </Button>
        </>
      }
    >
      <form
        id={form}
        className="gpm-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          append(false);
        }}
      >
        <Field label={t('modelling.append.name')} hint={t('modelling.append.nameHint')} fault={fault}>
          {(props) => (
            <input
              {...props}
              ref={nameInput}
              className="kern-form-input__input"
              value={name}
              maxLength={500}
              onChange={(event) => {
                setName(event.target.value);
                setFault(undefined);
              }}
            />
          )}
        </Field>
        <Select
          label={t('modelling.append.kind')}
          value={type}
          options={appendable.map((value) => [value, t(`modelling.kinds.${shortOf(value)}`)] as const)}
          onChange={(value) => {
            setType(value as Appendable);
          }}
        />
        <Field label={t('modelling.append.role')} hint={t('modelling.append.roleHint')}>
          {(props) => (
            <>
              <input
                {...props}
                className="kern-form-input__input"
                value={role}
                list={roles}
                maxLength={300}
                onChange={(event) => {
                  setRole(event.target.value);
                }}
              />
              <datalist id={roles}>
                {rolesOf(diagram).map((one) => (
                  <option key={one} value={one} />
                ))}
              </datalist>
            </>
          )}
        </Field>
        {type !== 'bpmn:StartEvent' && (
          <Select
            label={t('modelling.append.after')}
            value={after}
            options={[
              ['', t('modelling.append.alone')] as const,
              ...stepsOf(diagram)
                .filter((step) => step.type !== 'bpmn:EndEvent')
                .map(option),
            ]}
            onChange={setAfter}
          />
        )}
        {type !== 'bpmn:StartEvent' && next !== undefined && (
          <div className="kern-form-check">
            <input
              id={between}
              type="checkbox"
              className="kern-form-check__checkbox"
              checked={isBetween}
              onChange={(event) => {
                setIsBetween(event.target.checked);
              }}
            />
            <label className="kern-label" htmlFor={between}>
              {t('modelling.append.between', {
                target: next.name ?? t('modelling.elements.unnamed', { kind: kindOf(next.type) }),
              })}
            </label>
          </div>
        )}
      </form>
    </Dialog>
  );

  function option(step: (typeof steps)[number]) {
    return [step.id, step.name ?? t('modelling.elements.unnamed', { kind: kindOf(step.type) })] as const;
  }
}

type Short<T> = T extends `bpmn:${infer Rest}` ? Rest : never;

const shortOf = (type: Appendable) => type.replace('bpmn:', '') as Short<Appendable>;
