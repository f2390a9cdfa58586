import { type RefObject, useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { Button } from '../../../app/Button';
import { type PageState, views } from '../address';
import { Check } from '../parts/Check';
import { Choice } from '../parts/Choice';
import type { DrawingsHandle } from './Drawings';

interface DrawingToolsProps {
  state: PageState;
  change: (change: Partial<PageState>) => void;
  isAlignedAtChosen: boolean;
  onAlignAtChosen: (isOn: boolean) => void;
  drawings: RefObject<DrawingsHandle | null>;
}

/** How the drawings lie, and how large they are. */
export function DrawingTools({ state, change, isAlignedAtChosen, onAlignAtChosen, drawings }: DrawingToolsProps) {
  const { t } = useTranslation();
  const { view, isLocked } = state;
  return (
    <div className="gpm-tools">
      <Choice
        name={t('comparisons.view.heading')}
        value={view}
        options={views.map((value) => ({ value, label: t(`comparisons.view.${value}`) }))}
        onChange={(view) => {
          change({ view });
        }}
      />
      {view === 'overlay' ? (
        <>
          <Blend
            blend={state.blend}
            onChange={(blend) => {
              change({ blend });
            }}
          />
          <Check label={t('comparisons.view.atChosen')} isOn={isAlignedAtChosen} onChange={onAlignAtChosen} />
        </>
      ) : (
        <Check
          label={t('comparisons.view.locked')}
          isOn={isLocked}
          onChange={(isLocked) => {
            change({ isLocked });
          }}
        />
      )}
      <div className="gpm-tools__zoom">
        <Button small aria-label={t('comparisons.view.smaller')} onClick={() => drawings.current?.zoomBy(0.8)}>
          −
        </Button>
        <Button small aria-label={t('comparisons.view.larger')} onClick={() => drawings.current?.zoomBy(1.25)}>
          +
        </Button>
        <Button small onClick={() => drawings.current?.fit()}>
          {t('comparisons.view.fit')}
        </Button>
      </div>
    </div>
  );
}

/** How much of which drawing is seen. The address follows when the slider rests: browsers count its changes. */
function Blend({ blend, onChange }: { blend: number; onChange: (blend: number) => void }) {
  const { t } = useTranslation();
  const id = useId();
  const [value, setValue] = useState(blend);
  useEffect(() => {
    if (value === blend) return;
    const rest = setTimeout(() => {
      onChange(value);
    }, 60);
    return () => {
      clearTimeout(rest);
    };
  }, [value, blend, onChange]);
  return (
    <div className="gpm-blend">
      <label htmlFor={id}>{t('comparisons.view.blend')}</label>
      <span aria-hidden="true">{t('comparisons.sides.before')}</span>
      <input
        id={id}
        type="range"
        min="0"
        max="100"
        step="5"
        value={value}
        aria-valuetext={t('comparisons.view.blended', { before: 100 - value, after: value })}
        onChange={(event) => {
          setValue(Number(event.target.value));
        }}
      />
      <span aria-hidden="true">{t('comparisons.sides.after')}</span>
    </div>
  );
}
