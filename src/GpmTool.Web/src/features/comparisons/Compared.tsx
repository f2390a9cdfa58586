import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { announce } from '../../app/announce';
import { Empty } from '../../app/Empty';
import { FailureNotice } from '../../app/FailureNotice';
import { Loading } from '../../app/Loading';
import { Notice } from '../../app/Notice';
import { type PageState, type Side, views } from './address';
import { type Difference, differenceAt, differencesOf, differenceWith, groupsOf, isShown, neighbour } from './differences';
import { type Chosen, Drawings } from './drawings/Drawings';
import { DrawingTools } from './drawings/DrawingTools';
import { FigureTable } from './FigureTable';
import { useKeys } from './keys';
import { DifferenceList } from './list/DifferenceList';
import { Filters } from './list/Filters';
import { Legend } from './list/Legend';
import { PinForm } from './pins/PinForm';
import { PinNotices } from './pins/PinNotices';
import { PresumedPairs } from './pins/PresumedPairs';
import { usePinning } from './pins/usePinning';
import { useComparison } from './queries';
import { Reports } from './Reports';
import { TakeOverTray } from './takeOver/TakeOverTray';
import type { Comparison, Where } from './types';

interface ComparedProps {
  left: Side;
  right: Side;
  state: PageState;
  change: (change: Partial<PageState>) => void;
}

/** Two versions compared, once the answer is there. */
export function Compared(props: ComparedProps) {
  const { t } = useTranslation();
  const comparison = useComparison(props.left, props.right);
  if (comparison.data !== undefined) {
    return (
      <>
        {comparison.error !== null && (
          <FailureNotice error={comparison.error} onRetry={() => void comparison.refetch()} />
        )}
        <Result {...props} comparison={comparison.data} />
      </>
    );
  }
  if (comparison.error !== null) {
    return <FailureNotice error={comparison.error} onRetry={() => void comparison.refetch()} />;
  }
  return <Loading text={t('comparisons.loading')} />;
}

const none: Chosen = { beforeIds: [], afterIds: [] };

function Result({ left, right, state, change, comparison }: ComparedProps & { comparison: Comparison }) {
  const { t } = useTranslation();
  const { filter, grouping, operation, view } = state;
  const all = useMemo(() => differencesOf(comparison), [comparison]);
  const groups = useMemo(
    () =>
      groupsOf(
        all.filter((difference) => isShown(difference, filter)),
        grouping,
      ),
    [all, filter, grouping],
  );
  const shown = useMemo(() => groups.flatMap((group) => group.differences), [groups]);
  const selected = differenceWith(all, operation);
  const pinning = usePinning(left, right);
  const [picks, setPicks] = useState<{ isOn: boolean; before: string; after: string }>({
    isOn: false,
    before: '',
    after: '',
  });
  const [taken, setTaken] = useState<ReadonlySet<string>>(new Set());
  const [isAlignedAtChosen, setAlignedAtChosen] = useState(false);
  const drawings = useRef<HTMLDivElement>(null);

  const chosen = useMemo<Chosen>(() => {
    if (picks.isOn || picks.before !== '' || picks.after !== '') {
      return { beforeIds: picks.before === '' ? [] : [picks.before], afterIds: picks.after === '' ? [] : [picks.after] };
    }
    return selected ?? none;
  }, [picks, selected]);

  const select = useCallback(
    (difference: Difference | undefined) => {
      setPicks((present) => (present.isOn ? present : { isOn: false, before: '', after: '' }));
      change({ operation: difference?.id ?? null });
      if (difference === undefined) announce(t('comparisons.list.nothingSelected'));
      else announce(positionOf(t, shown, difference));
    },
    [change, shown, t],
  );

  const click = (where: Where, id: string | null) => {
    if (picks.isOn) {
      if (id !== null) setPicks({ ...picks, [where]: id });
      return;
    }
    const difference = id === null ? undefined : differenceAt(shown, where, id);
    if (difference !== undefined) select(difference);
    else if (id !== null) announce(t('comparisons.list.same'));
  };

  useKeys((action) => {
    if (action === 'next' || action === 'previous') {
      const next = neighbour(shown, selected, action === 'next' ? 1 : -1);
      if (next !== undefined) select(next);
    } else if (action === 'choose' && selected !== undefined) setTaken(toggled(taken, selected));
    else if (action === 'view') change({ view: neighbour(views, view, 1) ?? view });
    else if (action === 'fit') drawings.current?.dispatchEvent(new Event('gpm-fit'));
    else if (action === 'close') {
      if (picks.isOn) setPicks({ isOn: false, before: '', after: '' });
      else if (selected !== undefined) select(undefined);
    }
  });

  // What was chosen for taking over and does not exist any more after a new comparison is forgotten.
  useEffect(() => {
    const there = new Set(comparison.operations.map(({ key, digest }) => `${key}\n${digest}`));
    setTaken((present) => {
      const kept = [...present].filter((one) => there.has(one));
      return kept.length === present.size ? present : new Set(kept);
    });
  }, [comparison]);

  const isMissing = operation !== null && selected === undefined;
  const isSame = comparison.operations.length === 0;
  return (
    <>
      <p className="kern-body gpm-summary">{comparison.report.summary}</p>
      <Reports left={left} right={right} comparison={comparison} />
      {isMissing && (
        <Notice look="warning" role="status" title={t('comparisons.missing.title')}>
          <p>{t('comparisons.missing.body')}</p>
        </Notice>
      )}
      <PinNotices pinning={pinning} />
      <section aria-label={t('comparisons.drawing.heading')} ref={drawings} className="gpm-stage">
        <DrawingTools
          state={state}
          change={change}
          isAlignedAtChosen={isAlignedAtChosen}
          onAlignAtChosen={setAlignedAtChosen}
          stage={drawings}
        />
        <Drawings
          comparison={comparison}
          differences={shown}
          chosen={chosen}
          view={view}
          blend={state.blend}
          isLocked={state.isLocked}
          isAlignedAtChosen={isAlignedAtChosen}
          stage={drawings}
          onClick={click}
        />
        <Legend />
      </section>
      <div className="gpm-compared">
        <section className="gpm-compared__main" aria-labelledby="differences">
          <h2 className="kern-heading-medium" id="differences">
            {t('comparisons.list.heading')}
          </h2>
          {isSame ? (
            <Empty title={t('comparisons.same.title')}>
              <p>{t('comparisons.same.body')}</p>
            </Empty>
          ) : (
            <>
              <Filters all={all} shown={shown} state={state} change={change} />
              <DifferenceList
                groups={groups}
                shown={shown}
                selected={selected}
                grouping={grouping}
                taken={taken}
                left={left}
                right={right}
                pinning={pinning}
                onSelect={select}
                onTake={setTaken}
              />
            </>
          )}
        </section>
        <div className="gpm-compared__side">
          <FigureTable figures={comparison.report.figures} similarity={comparison.similarity} />
          <PresumedPairs
            comparison={comparison}
            pinning={pinning}
            onShow={(before, after) => {
              setPicks({ isOn: false, before, after });
            }}
          />
          <PinForm comparison={comparison} pinning={pinning} picks={picks} onPick={setPicks} />
        </div>
      </div>
      <TakeOverTray comparison={comparison} left={left} right={right} taken={taken} onClear={() => {
        setTaken(new Set());
      }} />
    </>
  );
}

const positionOf = (t: ReturnType<typeof useTranslation>['t'], shown: readonly Difference[], difference: Difference) =>
  t('comparisons.list.position', {
    position: shown.indexOf(difference) + 1,
    count: shown.length,
    sentence: difference.sentence,
  });

/** What names an operation for taking it over. */
export const referenceOf = ({ key, digest }: { key: string; digest: string }) => `${key}\n${digest}`;

/** Chooses all operations of a difference, or none if all were chosen. */
export function toggled(taken: ReadonlySet<string>, difference: Difference): ReadonlySet<string> {
  const own = difference.parts.map(referenceOf);
  const next = new Set(taken);
  if (own.every((one) => taken.has(one))) for (const one of own) next.delete(one);
  else for (const one of own) next.add(one);
  return next;
}
