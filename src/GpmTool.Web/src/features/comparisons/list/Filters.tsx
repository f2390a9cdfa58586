import { useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { announce } from '../../../app/announce';
import { Button } from '../../../app/Button';
import { type Filter, groupings, type PageState } from '../address';
import { type Difference, isFiltered, rolesOf, subjects, tones } from '../differences';
import { Choice } from '../parts/Choice';
import { Sign } from '../parts/Sign';
import { Select } from '../Sides';

interface FiltersProps {
  all: readonly Difference[];
  shown: readonly Difference[];
  state: PageState;
  change: (change: Partial<PageState>) => void;
}

const details = ['all', 'main', 'technical'] as const;

/** Which differences are shown, and how they are grouped. All of it is in the address. */
export function Filters({ all, shown, state, change }: FiltersProps) {
  const { t } = useTranslation();
  const { filter } = state;
  const set = (part: Partial<Filter>) => {
    change({ filter: { ...filter, ...part } });
  };
  const toggle = (list: readonly string[], word: string) =>
    list.includes(word) ? list.filter((one) => one !== word) : [...list, word];
  const count = (condition: (difference: Difference) => boolean) => all.filter(condition).length;
  const summary = t('comparisons.filter.shown', { shown: shown.length, count: all.length });

  useEffect(() => {
    if (isFiltered(filter)) announce(summary);
  }, [filter, summary]);

  return (
    <div className="gpm-difference-filters" role="search" aria-label={t('comparisons.filter.heading')}>
      <fieldset className="gpm-chips">
        <legend>{t('comparisons.filter.tone')}</legend>
        {tones.map((tone) => (
          <Chip
            key={tone}
            isOn={filter.tones.includes(tone)}
            onChange={() => {
              set({ tones: toggle(filter.tones, tone) });
            }}
          >
            <span aria-hidden="true">
              <Sign tone={tone} />
            </span>{' '}
            {t(`comparisons.tones.${tone}`)} ({count((one) => one.tone === tone)})
          </Chip>
        ))}
      </fieldset>
      <fieldset className="gpm-chips">
        <legend>{t('comparisons.filter.subject')}</legend>
        {subjects
          .filter((subject) => all.some((one) => one.subject === subject))
          .map((subject) => (
            <Chip
              key={subject}
              isOn={filter.subjects.includes(subject)}
              onChange={() => {
                set({ subjects: toggle(filter.subjects, subject) });
              }}
            >
              {t(`comparisons.subjects.${subject}`)} ({count((one) => one.subject === subject)})
            </Chip>
          ))}
      </fieldset>
      <div className="gpm-difference-filters__row">
        <Select
          label={t('comparisons.filter.role')}
          value={filter.role}
          empty={t('comparisons.filter.allRoles')}
          onChange={(role) => {
            set({ role });
          }}
        >
          {rolesOf(all).map((role) => (
            <option key={role} value={role}>
              {role}
            </option>
          ))}
        </Select>
        <Search
          text={filter.text}
          onChange={(text) => {
            set({ text });
          }}
        />
        <Choice
          name={t('comparisons.filter.details')}
          value={filter.technical ? 'technical' : filter.mainOnly ? 'main' : 'all'}
          options={details.map((value) => ({ value, label: t(`comparisons.filter.${value}`) }))}
          onChange={(value) => {
            set({ technical: value === 'technical', mainOnly: value === 'main' });
          }}
        />
        <Choice
          name={t('comparisons.filter.group')}
          value={state.grouping}
          options={groupings.map((value) => ({ value, label: t(`comparisons.filter.by.${value}`) }))}
          onChange={(grouping) => {
            change({ grouping });
          }}
        />
      </div>
      <p className="kern-body gpm-difference-filters__count">
        {summary}{' '}
        {isFiltered(filter) && (
          <Button
            small
            look="tertiary"
            onClick={() => {
              set({ tones: [], subjects: [], role: '', text: '', mainOnly: false });
            }}
          >
            {t('comparisons.filter.clear')}
          </Button>
        )}
      </p>
    </div>
  );
}

interface ChipProps {
  isOn: boolean;
  onChange: () => void;
  children: React.ReactNode;
}

function Chip({ isOn, onChange, children }: ChipProps) {
  return (
    <label className="gpm-chip">
      <input type="checkbox" checked={isOn} onChange={onChange} />
      <span>{children}</span>
    </label>
  );
}

/** Words to look for. The address follows when the typing rests. */
function Search({ text, onChange }: { text: string; onChange: (text: string) => void }) {
  const { t } = useTranslation();
  const id = useId();
  const [typed, setTyped] = useState(text);
  const [known, setKnown] = useState(text);
  if (known !== text) {
    // The address changed from elsewhere: by "clear" or by the browser's back.
    setKnown(text);
    setTyped(text);
  }
  useEffect(() => {
    if (typed === text) return;
    const rest = setTimeout(() => {
      onChange(typed);
    }, 250);
    return () => {
      clearTimeout(rest);
    };
  }, [typed, text, onChange]);
  return (
    <div className="kern-form-input">
      <label className="kern-label" htmlFor={id}>
        {t('comparisons.filter.text')}
      </label>
      <input
        className="kern-form-input__input"
        type="search"
        id={id}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
        }}
      />
    </div>
  );
}
