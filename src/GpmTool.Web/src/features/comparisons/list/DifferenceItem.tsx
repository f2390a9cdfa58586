import { useEffect, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';

import { Badge } from '../../../app/Badge';
import { Button } from '../../../app/Button';
import type { Side } from '../address';
import type { Difference } from '../differences';
import { Sign } from '../parts/Sign';
import type { Pinning } from '../pins/usePinning';
import { referenceOf, toggled } from '../takeOver/chosen';
import { CopyLink } from './CopyLink';
import { Facts } from './Facts';

interface DifferenceItemProps {
  difference: Difference;
  selected: Difference | undefined;
  taken: ReadonlySet<string>;
  left: Side;
  right: Side;
  pinning: Pinning;
  mayPin: boolean;
  onSelect: (difference: Difference | undefined) => void;
  onTake: (taken: ReadonlySet<string>) => void;
}

/** One difference; selected it tells everything about itself. */
export function DifferenceItem(props: DifferenceItemProps) {
  const { difference, selected, taken, onSelect, onTake } = props;
  const { t } = useTranslation();
  const id = useId();
  const isSelected = selected === difference;
  const own = difference.parts.filter((part) => taken.has(referenceOf(part))).length;
  return (
    <li className={`gpm-difference gpm-difference--${difference.tone}${isSelected ? ' gpm-difference--selected' : ''}`}>
      <div className="gpm-difference__line">
        <PartialCheck
          label={t('comparisons.takeOver.choose', { sentence: difference.sentence })}
          chosen={own}
          of={difference.parts.length}
          onChange={() => {
            onTake(toggled(taken, difference));
          }}
        />
        <button
          type="button"
          className="gpm-difference__button"
          aria-expanded={isSelected}
          aria-current={isSelected}
          aria-controls={isSelected ? id : undefined}
          onClick={() => {
            onSelect(isSelected ? undefined : difference);
          }}
        >
          <Sign tone={difference.tone} number={difference.number ?? null} />{' '}
          <span className="gpm-difference__sentence">{difference.sentence}</span>
          {difference.isPresumed && (
            <>
              {' '}
              <Badge look="warning">{t('comparisons.presumed.badge')}</Badge>
            </>
          )}
        </button>
      </div>
      {isSelected && <Details id={id} {...props} />}
    </li>
  );
}

function Details({
  id,
  difference,
  taken,
  left,
  right,
  pinning,
  mayPin,
  onTake,
}: DifferenceItemProps & { id: string }) {
  const { t } = useTranslation();
  const { parts, beforeIds, afterIds, isPresumed } = difference;
  const pair = { beforeId: beforeIds[0] ?? '', afterId: afterIds[0] ?? '' };
  return (
    <div className="gpm-difference__details" id={id}>
      <Facts difference={difference} />
      {parts.length > 1 && (
        <details className="gpm-fold">
          <summary className="kern-link kern-link--no-visited-state">
            {t('comparisons.list.parts', { count: parts.length })}
          </summary>
          <ul className="gpm-parts">
            {parts.map((part, index) => (
              <li key={`${part.key} ${String(index)}`}>
                <label>
                  <input
                    type="checkbox"
                    checked={taken.has(referenceOf(part))}
                    onChange={() => {
                      const next = new Set(taken);
                      if (!next.delete(referenceOf(part))) next.add(referenceOf(part));
                      onTake(next);
                    }}
                  />{' '}
                  {part.sentence}
                </label>
                <CopyLink left={left} right={right} operation={part.key} />
              </li>
            ))}
          </ul>
        </details>
      )}
      <div className="gpm-actions">
        <CopyLink left={left} right={right} operation={difference.id} />
        {isPresumed && mayPin && (
          <>
            <Button
              small
              disabled={pinning.isBusy}
              onClick={() => {
                pinning.make({ kind: 'decide', isSame: true, pairs: [pair] });
              }}
            >
              {t('comparisons.presumed.confirm')}
            </Button>
            <Button
              small
              disabled={pinning.isBusy}
              onClick={() => {
                pinning.make({ kind: 'decide', isSame: false, pairs: [pair] });
              }}
            >
              {t('comparisons.presumed.reject')}
            </Button>
          </>
        )}
      </div>
    </div>
  );
}

interface PartialCheckProps {
  label: string;
  chosen: number;
  of: number;
  onChange: () => void;
}

/** A checkbox that is half on while only a part is chosen. */
function PartialCheck({ label, chosen, of, onChange }: PartialCheckProps) {
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (box.current !== null) box.current.indeterminate = chosen > 0 && chosen < of;
  }, [chosen, of]);
  return (
    <input
      ref={box}
      type="checkbox"
      className="gpm-difference__check"
      aria-label={label}
      checked={of > 0 && chosen === of}
      onChange={onChange}
    />
  );
}
