import { type ReactNode, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { Button } from '../../app/Button';
import { FailureNotice } from '../../app/FailureNotice';
import { useFormat } from '../../app/format';
import type { Side } from './address';
import { useModel, useModels, useProcesses, useVersions } from './queries';

interface SidesProps {
  left: Side | null;
  right: Side | null;
  onChange: (left: Side | null, right: Side | null) => void;
}

/** Which two versions are compared. Once they are chosen, the choice folds away. */
export function Sides({ left, right, onChange }: SidesProps) {
  const { t } = useTranslation();
  const isComplete = left !== null && right !== null;
  const pickers = (
    <>
      <div className="gpm-sides">
        <SidePicker
          name={t('comparisons.sides.before')}
          side={left}
          likely={right}
          onChange={(side) => {
            onChange(side, right);
          }}
        />
        <SidePicker
          name={t('comparisons.sides.after')}
          side={right}
          likely={left}
          onChange={(side) => {
            onChange(left, side);
          }}
        />
      </div>
      {isComplete && (
        <Button
          icon="autorenew"
          onClick={() => {
            onChange(right, left);
          }}
        >
          {t('comparisons.sides.swap')}
        </Button>
      )}
    </>
  );
  if (!isComplete) return pickers;
  return (
    <details className="gpm-fold">
      <summary className="kern-link kern-link--no-visited-state">{t('comparisons.sides.choose')}</summary>
      {pickers}
    </details>
  );
}

interface SidePickerProps {
  name: string;
  side: Side | null;
  /** The other side: rather the same process. */
  likely: Side | null;
  onChange: (side: Side | null) => void;
}

/** Process, then model, then version. Choosing a model chooses its newest version. */
function SidePicker({ name, side, likely, onChange }: SidePickerProps) {
  const { t } = useTranslation();
  const { date } = useFormat();
  const [picked, setPicked] = useState<string | null>(null);
  const [model, likelyModel] = [useModel(side?.modelId ?? null), useModel(likely?.modelId ?? null)];
  const process = picked ?? model.data?.process ?? likelyModel.data?.process ?? null;
  const [processes, models, versions] = [useProcesses(), useModels(process), useVersions(side?.modelId ?? null)];
  const isOfProcess = side !== null && model.data?.process === process;
  const failure = processes.error ?? models.error ?? versions.error;
  return (
    <fieldset className="gpm-side">
      <legend>{name}</legend>
      {failure !== null && (
        <FailureNotice
          error={failure}
          onRetry={() => {
            void Promise.all([processes.refetch(), process === null ? null : models.refetch()]);
          }}
        />
      )}
      <Select
        label={t('comparisons.sides.process')}
        value={process ?? ''}
        empty={processes.isPending ? t('app.loading') : t('comparisons.sides.chooseProcess')}
        onChange={(key) => {
          setPicked(key);
          if (side !== null) onChange(null);
        }}
      >
        {(processes.data ?? []).map((one) => (
          <option key={one.key} value={one.key}>
            {one.name}
          </option>
        ))}
      </Select>
      <Select
        label={t('comparisons.sides.model')}
        value={isOfProcess ? side.modelId : ''}
        empty={t(models.data?.length === 0 ? 'comparisons.sides.noModels' : 'comparisons.sides.chooseModel')}
        isDisabled={process === null}
        onChange={(modelId) => {
          setPicked(null);
          const found = models.data?.find((one) => one.id === modelId);
          onChange(found === undefined ? null : { modelId, version: found.latestVersion });
        }}
      >
        {(models.data ?? []).map((one) => (
          <option key={one.id} value={one.id}>
            {t(`comparisons.sides.${one.stage}`, { name: one.name, authority: one.authority ?? '' })}
          </option>
        ))}
      </Select>
      <Select
        label={t('comparisons.sides.version')}
        value={isOfProcess ? String(side.version ?? versions.data?.[0]?.number ?? '') : ''}
        empty={t(versions.data?.length === 0 ? 'comparisons.sides.noVersions' : 'comparisons.sides.chooseVersion')}
        isDisabled={!isOfProcess}
        onChange={(number) => {
          if (side !== null && number !== '') onChange({ ...side, version: Number(number) });
        }}
      >
        {(versions.data ?? []).map((one) => (
          <option key={one.number} value={one.number}>
            {t(one.isFrozen ? 'comparisons.sides.frozen' : 'comparisons.sides.draft', {
              number: one.number,
              date: date(one.frozenAt ?? one.createdAt),
              note: one.note ?? '',
            })}
          </option>
        ))}
      </Select>
    </fieldset>
  );
}

interface SelectProps {
  label: string;
  value: string;
  /** What stands there while nothing is chosen. */
  empty: string;
  isDisabled?: boolean;
  onChange: (value: string) => void;
  children: ReactNode;
}

/** A labelled choice in KERN's looks. */
export function Select({ label, value, empty, isDisabled = false, onChange, children }: SelectProps) {
  const id = useId();
  return (
    <div className="kern-form-input">
      <label className="kern-label" htmlFor={id}>
        {label}
      </label>
      <div className="kern-form-input__select-wrapper">
        <select
          className="kern-form-input__select"
          id={id}
          value={value}
          disabled={isDisabled}
          onChange={(event) => {
            onChange(event.target.value);
          }}
        >
          <option value="">{empty}</option>
          {children}
        </select>
      </div>
    </div>
  );
}
