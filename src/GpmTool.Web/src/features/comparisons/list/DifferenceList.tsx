import type { TFunction } from 'i18next';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';

import { Button } from '../../../app/Button';
import type { Grouping, Side } from '../address';
import { type Difference, type Group, neighbour, tones } from '../differences';
import type { Pinning } from '../pins/usePinning';
import { DifferenceItem } from './DifferenceItem';

interface DifferenceListProps {
  groups: readonly Group[];
  shown: readonly Difference[];
  selected: Difference | undefined;
  grouping: Grouping;
  /** The operations that are chosen for taking over. */
  taken: ReadonlySet<string>;
  left: Side;
  right: Side;
  pinning: Pinning;
  mayPin: boolean;
  onSelect: (difference: Difference | undefined) => void;
  onTake: (taken: ReadonlySet<string>) => void;
}

/** All differences that are shown: a list that needs no drawing to be understood. */
export function DifferenceList(props: DifferenceListProps) {
  const { groups, shown, selected, grouping, onSelect } = props;
  const { t } = useTranslation();
  const list = useRef<HTMLDivElement>(null);
  const position = selected === undefined ? -1 : shown.indexOf(selected);

  // Who works with the keyboard inside the list goes on from what is selected now; others keep their place.
  useEffect(() => {
    if (selected === undefined || list.current === null) return;
    const item = list.current.querySelector<HTMLElement>('[aria-current="true"]');
    item?.closest('li')?.scrollIntoView({ block: 'nearest' });
    if (list.current.contains(document.activeElement) && !(document.activeElement instanceof HTMLInputElement)) {
      item?.focus({ preventScroll: true });
    }
  }, [selected]);

  if (shown.length === 0) return <p className="kern-body">{t('comparisons.list.none')}</p>;
  const step = (by: 1 | -1) => {
    onSelect(neighbour(shown, selected, by));
  };
  return (
    <>
      <div className="gpm-steps">
        <Button
          small
          onClick={() => {
            step(-1);
          }}
        >
          {t('comparisons.list.previous')}
        </Button>
        <Button
          small
          onClick={() => {
            step(1);
          }}
        >
          {t('comparisons.list.next')}
        </Button>
        <span className="gpm-muted">
          {position < 0
            ? t('comparisons.list.count', { count: shown.length })
            : t('comparisons.list.place', { position: position + 1, count: shown.length })}
        </span>
      </div>
      <div className="gpm-difference-list" ref={list}>
        {groups.map((group) => (
          <section key={group.key} className="gpm-group">
            <h3 className="kern-heading-small">{headingOf(t, group, grouping)}</h3>
            <ol>
              {group.differences.map((difference) => (
                <DifferenceItem key={difference.id} {...props} difference={difference} />
              ))}
            </ol>
          </section>
        ))}
      </div>
    </>
  );
}

function headingOf(t: TFunction, { key }: Group, grouping: Grouping): string {
  const tone = tones.find((tone) => tone === key);
  if (grouping === 'tone' && tone !== undefined) return t(`comparisons.tones.${tone}`);
  if (key !== '') return key;
  return t(grouping === 'role' ? 'comparisons.list.noRole' : 'comparisons.list.technical');
}
