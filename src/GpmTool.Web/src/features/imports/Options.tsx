import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';

import { api, data } from '../../api/client';
import { Input } from '../../app/Input';
import { Select } from '../../app/Select';
import { useAuthorities } from '../catalogue/masterData';
import type { ImportOptions } from './upload';

interface OptionsProps {
  options: ImportOptions;
  onChange: (options: ImportOptions) => void;
}

const conflicts = ['newVersion', 'skip', 'reject'] as const;
const modes = ['allOrNothing', 'bestEffort'] as const;
const stages = ['ist', 'soll'] as const;

/** Where the files belong, and what happens to what is there already. */
export function Options({ options, onChange }: OptionsProps) {
  const { t } = useTranslation();
  const freezeId = useId();
  const authorities = useAuthorities().data?.items ?? [];
  const { process } = options;
  const found = useQuery({
    queryKey: ['processes', 'suggestions', process],
    queryFn: () => data(api.GET('/api/v1/processes', { params: { query: { search: process, limit: 20 } } })),
    enabled: process.length > 1,
  });
  const change = (part: Partial<ImportOptions>) => {
    onChange({ ...options, ...part });
  };
  return (
    <>
      <fieldset className="kern-fieldset">
        <legend className="kern-label">{t('imports.target')}</legend>
        <div className="kern-hint">{t('imports.targetHint')}</div>
        <div className="gpm-columns">
          <Input
            label={t('imports.process')}
            hint={t('imports.processHint')}
            value={process}
            suggestions={(found.data?.items ?? []).map(({ key, name }) => [key, name])}
            onChange={(key) => {
              change({ process: key });
            }}
          />
          <Select
            label={t('imports.stage')}
            value={options.stage}
            options={[
              ['', t('imports.stages.none')],
              ...stages.map((stage) => [stage, t(`imports.stages.${stage}`)] as const),
            ]}
            onChange={(stage) => {
              change({ stage: stages.find((item) => item === stage) ?? '' });
            }}
          />
          {options.stage === 'ist' && (
            <Select
              label={t('imports.authority')}
              value={options.authority}
              options={[['', t('imports.noAuthority')], ...authorities.map(({ key, name }) => [key, name] as const)]}
              onChange={(authority) => {
                change({ authority });
              }}
            />
          )}
        </div>
      </fieldset>
      <div className="gpm-columns">
        <Select
          label={t('imports.conflict')}
          value={options.conflict}
          options={conflicts.map((item) => [item, t(`imports.conflicts.${item}`)])}
          onChange={(value) => {
            change({ conflict: conflicts.find((item) => item === value) ?? 'newVersion' });
          }}
        />
        <Select
          label={t('imports.mode')}
          value={options.mode}
          options={modes.map((item) => [item, t(`imports.modes.${item}`)])}
          onChange={(value) => {
            change({ mode: modes.find((item) => item === value) ?? 'allOrNothing' });
          }}
        />
      </div>
      <div className="kern-form-check">
        <input
          type="checkbox"
          className="kern-form-check__checkbox"
          id={freezeId}
          checked={options.freeze}
          onChange={(event) => {
            change({ freeze: event.target.checked });
          }}
        />
        <label className="kern-label" htmlFor={freezeId}>
          {t('imports.freeze')}
        </label>
      </div>
    </>
  );
}
