import type { TFunction } from 'i18next';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { announce } from '../../app/announce';
import { Empty } from '../../app/Empty';
import { FailureNotice } from '../../app/FailureNotice';
import { Loading } from '../../app/Loading';
import { useMe } from '../../app/me';
import { Notice } from '../../app/Notice';
import { may } from '../../app/rights';
import { type PageState, type Side, views } from './address';
import {
  type Difference,
  differenceAt,
  differencesOf,
  differenceWith,
  groupsOf,
  isShown,
  neighbour,
} from './differences';
import { type Chosen, Drawings, type DrawingsHandle } from './drawings/Drawings';
import { DrawingTools } from './drawings/DrawingTools';
import { FigureTable } from './FigureTable';
import { useKeys } from './keys';
import { DifferenceList } from './list/DifferenceList';
import { Filters } from './list/Filters';
import { Legend } from './list/Legend';
import { noPicks, PinForm } from './pins/PinForm';
import { PinNotices } from './pins/PinNotices';
import { PresumedPairs } from './pins/PresumedPairs';
import { usePinning } from './pins/usePinning';
import { fetchAhead, useComparison } from './queries';
import { Reports } from './Reports';
import { surviving, toggled } from './takeOver/chosen';
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
  const { left, right } = props;
  useEffect(() => {
    // While the server compares.
    void import('./drawings/Drawing');
    fetchAhead(left, right);
    // Not again for what the address says besides the two.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [left.modelId, left.version, right.modelId, right.version]);
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
  const mayPin = may(useMe(), 'editProcesses');
  const [picks, setPicks] = useState(noPicks);
  const [marked, setTaken] = useState<ReadonlySet<string>>(new Set());
  // What does not exist any more after a new comparison is not chosen any more.
  const taken = useMemo(() => surviving(marked, comparison.operations), [marked, comparison]);
  const [isAlignedAtChosen, setAlignedAtChosen] = useState(false);
  const drawings = useRef<DrawingsHandle>(null);

  const picked = useMemo<Chosen | null>(() => {
    const { before, after } = picks;
    if (before === '' && after === '') return null;
    return { beforeIds: before === '' ? [] : [before], afterIds: after === '' ? [] : [after] };
  }, [picks]);
  const chosen = picked ?? selected ?? none;
  // What is clicked is in sight already: a drawing that moves under the pointer would be in the way of the next click.
  const target = picks.isOn ? (selected ?? none) : chosen;

  const select = useCallback(
    (difference: Difference | undefined) => {
      setPicks((present) => (present.isOn ? present : noPicks));
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
    else if (action === 'fit') drawings.current?.fit();
    else if (action === 'close') {
      if (picks.isOn) setPicks(noPicks);
      else if (selected !== undefined) select(undefined);
    }
  });

  const isMissing = operation !== null && selected === undefined;
  const isSame = comparison.operations.length === 0;
  return (
    <>
      <p className="kern-body gpm-summary">{comparison.report.summary}</p>
      <Reports left={left} right={right} />
      {isMissing && (
        <Notice look="warning" role="status" title={t('comparisons.missing.title')}>
          <p>{t('comparisons.missing.body')}</p>
        </Notice>
      )}
      <section aria-label={t('comparisons.drawing.heading')} className="gpm-stage" ref={measureStage}>
        <DrawingTools
          state={state}
          change={change}
          isAlignedAtChosen={isAlignedAtChosen}
          onAlignAtChosen={setAlignedAtChosen}
          drawings={drawings}
        />
        <Drawings
          handle={drawings}
          comparison={comparison}
          differences={shown}
          chosen={chosen}
          target={target}
          view={view}
          blend={state.blend}
          isLocked={state.isLocked}
          isAlignedAtChosen={isAlignedAtChosen}
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
                mayPin={mayPin}
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
            mayPin={mayPin}
            onShow={(before, after) => {
              setPicks({ isOn: false, before, after });
            }}
          />
          <PinForm comparison={comparison} pinning={pinning} mayPin={mayPin} picks={picks} onPick={setPicks} />
        </div>
      </div>
      <div className="gpm-bottom">
        <PinNotices pinning={pinning} />
        <TakeOverTray
          comparison={comparison}
          taken={taken}
          onClear={() => {
            setTaken(new Set());
          }}
        />
      </div>
    </>
  );
}

/** Tells the style sheet how high the drawings are: a difference that is scrolled to must not lie under them. */
function measureStage(stage: HTMLElement | null) {
  if (stage === null) return;
  const observer = new ResizeObserver(() => {
    document.documentElement.style.setProperty('--gpm-stage', `${String(stage.offsetHeight)}px`);
  });
  observer.observe(stage);
  return () => {
    observer.disconnect();
  };
}

const positionOf = (t: TFunction, shown: readonly Difference[], difference: Difference) =>
  t('comparisons.list.position', {
    position: shown.indexOf(difference) + 1,
    count: shown.length,
    sentence: difference.sentence,
  });
