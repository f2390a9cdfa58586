import './drawings.css';

import { type Ref, useCallback, useEffect, useImperativeHandle, useRef } from 'react';
import { useTranslation } from 'react-i18next';

import { FailureNotice } from '../../../app/FailureNotice';
import { Notice } from '../../../app/Notice';
import type { View } from '../address';
import { type Difference, differenceAt, idsOf } from '../differences';
import { useXml } from '../queries';
import type { ComparedVersion, Comparison, Where } from '../types';
import { align, alignCorners, around, type Box, type Shift } from './alignment';
import type { Drawing, Mark } from './Drawing';
import { Lock } from './lock';
import type { Side } from './signs';
import { useDrawing } from './useDrawing';

/** A pair of elements that is framed: what a difference or a correspondence is about. */
export interface Chosen {
  beforeIds: readonly string[];
  afterIds: readonly string[];
}

/** What buttons and keys ask of the drawings. */
export interface DrawingsHandle {
  fit(): void;
  zoomBy(factor: number): void;
}

interface DrawingsProps {
  handle: Ref<DrawingsHandle>;
  comparison: Comparison;
  /** What is marked. */
  differences: readonly Difference[];
  /** What is framed. */
  chosen: Chosen;
  /** What is brought into sight. */
  target: Chosen;
  view: View;
  blend: number;
  isLocked: boolean;
  /** Whether the overlay is aligned at what is chosen. */
  isAlignedAtChosen: boolean;
  onClick: (where: Where, id: string | null) => void;
}

/** Both drawings, moved together, side by side, one above the other, or laid on each other. */
export function Drawings(props: DrawingsProps) {
  const { comparison, differences, chosen, target, view, blend, isLocked } = props;
  const { t } = useTranslation();
  const before = useSide(
    comparison.before,
    t('comparisons.drawing.before', { title: comparison.before.title }),
    'left',
  );
  const after = useSide(comparison.after, t('comparisons.drawing.after', { title: comparison.after.title }), 'right');
  const [one, other] = [before.drawing, after.drawing];
  const lock = useRef<Lock | null>(null);
  const isReady = one !== null && other !== null;

  useEffect(() => {
    one?.mark(marksOf(differences, 'before'));
    other?.mark(marksOf(differences, 'after'));
  }, [one, other, differences]);

  useEffect(() => {
    if (one === null || other === null) return;
    lock.current = new Lock(one, other);
    return () => {
      lock.current?.end();
      lock.current = null;
    };
  }, [one, other]);

  useEffect(() => {
    if (lock.current !== null) lock.current.isOn = isLocked || view === 'overlay';
  }, [one, other, isLocked, view]);

  const latest = useRef(comparison);
  useEffect(() => {
    latest.current = comparison;
  }, [comparison]);

  const fit = useCallback(() => {
    if (one === null || other === null || lock.current === null) return;
    if (view === 'overlay') {
      const shift = wholeShift(one, other, latest.current);
      const both = around([one.inner, moved(other.inner, shift)]);
      if (both !== null) one.fit(both);
      lock.current.align(shift);
    } else {
      // Both as large, so that one can be compared with the other.
      const scale = Math.min(one.fit(), other.fit());
      for (const drawing of [one, other]) drawing.fit(undefined, scale);
      lock.current.renew();
    }
  }, [one, other, view]);

  /** The whole drawings where that can be read, else where they begin. */
  const begin = useCallback(() => {
    fit();
    if (one === null || other === null || view === 'overlay' || one.isReadable) return;
    for (const drawing of [one, other]) drawing.begin();
    lock.current?.renew();
  }, [fit, one, other, view]);

  // Another layout gives the drawings another size: both are shown anew, then what is chosen is.
  useEffect(() => {
    begin();
    if (one === null) return;
    let width = one.container.clientWidth;
    const observer = new ResizeObserver(() => {
      if (one.container.clientWidth === width) return;
      width = one.container.clientWidth;
      begin();
    });
    observer.observe(one.container);
    return () => {
      observer.disconnect();
    };
  }, [begin, one]);

  useImperativeHandle(
    props.handle,
    () => ({
      fit,
      zoomBy: (factor) => {
        one?.zoomBy(factor);
        if (lock.current?.isOn !== true) other?.zoomBy(factor);
      },
    }),
    [fit, one, other],
  );

  useEffect(() => {
    one?.choose(chosen.beforeIds);
    other?.choose(chosen.afterIds);
  }, [one, other, chosen]);

  const { isAlignedAtChosen } = props;
  useEffect(() => {
    if (one === null || other === null || lock.current === null) return;
    if (view !== 'overlay') {
      one.connect([]);
      if (target.beforeIds.length + target.afterIds.length === 0) return;
      bringInto(one, target.beforeIds, other, target.afterIds, comparison, 'before');
      bringInto(other, target.afterIds, one, target.beforeIds, comparison, 'after');
      lock.current.renew();
      return;
    }
    const whole = wholeShift(one, other, comparison);
    const shift = (isAlignedAtChosen && chosenShift(one, other, target)) || whole;
    const isBefore = one.show(target.beforeIds);
    lock.current.align(shift);
    if (!isBefore && other.show(target.afterIds)) lock.current.lead(other);
    one.connect(partnerLines(one, other, comparison, shift));
  }, [one, other, view, target, comparison, isAlignedAtChosen]);

  useClicks(one, other, lock, props);

  const isOverlay = view === 'overlay';
  return (
    <div className={`gpm-drawings gpm-drawings--${view}`} data-ready={isReady}>
      <Sheet
        side={before}
        title={comparison.before.title}
        role={t('comparisons.sides.before')}
        opacity={isOverlay && blend > 50 ? (100 - blend) / 50 : 1}
      />
      <Sheet
        side={after}
        title={comparison.after.title}
        role={t('comparisons.sides.after')}
        opacity={isOverlay && blend < 50 ? blend / 50 : 1}
      />
    </div>
  );
}

function useSide(version: ComparedVersion, name: string, side: Side) {
  const xml = useXml(version);
  return { ...useDrawing(xml.data, name, side), failure: xml.error, retry: () => void xml.refetch() };
}

interface SheetProps {
  side: ReturnType<typeof useSide>;
  title: string;
  role: string;
  opacity: number;
}

/** One drawing, with the keys that move and zoom it. */
function Sheet({ side, title, role, opacity }: SheetProps) {
  const { t } = useTranslation();
  const { drawing, failure, fault, retry, setContainer } = side;
  return (
    <figure className="gpm-sheet">
      <figcaption className="gpm-sheet__title">
        <strong>{role}:</strong> {title}
      </figcaption>
      {failure !== null && <FailureNotice error={failure} onRetry={retry} />}
      {fault !== null && (
        <Notice look="warning" title={t('comparisons.drawing.failed')}>
          <p>{t('comparisons.drawing.failedHelp')}</p>
        </Notice>
      )}
      <div
        ref={setContainer}
        className="gpm-bpmn gpm-sheet__canvas"
        style={{ opacity }}
        onKeyDown={(event) => {
          if (drawing !== null && moveByKey(drawing, event.key, event.ctrlKey || event.metaKey || event.altKey)) {
            event.preventDefault();
          }
        }}
      ></div>
    </figure>
  );
}

const far = 60;
const moves: Record<string, Shift> = {
  ArrowLeft: { x: -far, y: 0 },
  ArrowRight: { x: far, y: 0 },
  ArrowUp: { x: 0, y: -far },
  ArrowDown: { x: 0, y: far },
};
const zooms: Record<string, number> = { '+': 1.25, '-': 0.8 };

function moveByKey(drawing: Drawing, key: string, isModified: boolean): boolean {
  if (isModified) return false; // those are the browser's and bpmn-js's
  const [move, zoom] = [moves[key], zooms[key]];
  if (move !== undefined) drawing.pan(move);
  else if (zoom !== undefined) drawing.zoomBy(zoom);
  else return false;
  return true;
}

function useClicks(
  one: Drawing | null,
  other: Drawing | null,
  lock: { current: Lock | null },
  { view, blend, onClick }: DrawingsProps,
) {
  const latest = useRef({ view, blend, onClick });
  useEffect(() => {
    latest.current = { view, blend, onClick };
  });
  useEffect(() => {
    if (one === null || other === null) return;
    const stops = [
      one.onClick((id, at) => {
        const { view, blend, onClick } = latest.current;
        const shift = lock.current?.shift ?? { x: 0, y: 0 };
        // The second drawing lies on the first: what it shows is clicked through the first.
        const above = view === 'overlay' ? other.at({ x: at.x - shift.x, y: at.y - shift.y }) : null;
        if (above !== null && (id === null || blend >= 50)) onClick('after', above);
        else onClick('before', id);
      }),
      other.onClick((id) => {
        latest.current.onClick('after', id);
      }),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, [one, other, lock]);
}

/** The marks of one drawing: each element with the difference that is most about it. */
function marksOf(differences: readonly Difference[], where: Where): Mark[] {
  const ids = new Set(differences.flatMap((difference) => idsOf(difference, where)));
  return [...ids].flatMap((id) => {
    const difference = differenceAt(differences, where, id);
    if (difference === undefined) return [];
    const { tone, sign, number } = difference;
    return { id, tone, sign, number: number ?? null };
  });
}

/** Shows elements; where there are none, the place where they would stand: at the partner of their nearest neighbour. */
function bringInto(
  drawing: Drawing,
  ids: readonly string[],
  opposite: Drawing,
  oppositeIds: readonly string[],
  { matches }: Comparison,
  where: Where,
) {
  if (drawing.show(ids)) return;
  const [mine, theirs] = where === 'before' ? (['beforeId', 'afterId'] as const) : (['afterId', 'beforeId'] as const);
  const partners = new Map(matches.map((match) => [match[theirs], match[mine]]));
  for (const id of oppositeIds) {
    const partner = opposite
      .near(id)
      .map((near) => partners.get(near))
      .find((found) => found !== undefined && drawing.has(found));
    if (partner !== undefined && drawing.show([partner])) return;
  }
}

const moved = (box: Box, shift: Shift): Box => ({ ...box, x: box.x + shift.x, y: box.y + shift.y });

const pairsOf = (one: Drawing, other: Drawing, { matches }: Comparison): [Box, Box][] =>
  matches.flatMap(({ beforeId, afterId }) => {
    if (!one.isOnSheet(beforeId) || !other.isOnSheet(afterId)) return [];
    const [before, after] = [one.boxOf(beforeId), other.boxOf(afterId)];
    return before === null || after === null ? [] : [[before, after]];
  });

function wholeShift(one: Drawing, other: Drawing, comparison: Comparison): Shift {
  const pairs = pairsOf(one, other, comparison);
  return pairs.length > 0 ? align(pairs) : alignCorners(one.inner, other.inner);
}

function chosenShift(one: Drawing, other: Drawing, { beforeIds, afterIds }: Chosen): Shift | null {
  const before = around(beforeIds.flatMap((id) => one.boxOf(id) ?? []));
  const after = around(afterIds.flatMap((id) => other.boxOf(id) ?? []));
  return before === null || after === null ? null : align([[before, after]]);
}

/** Lines between partners that do not lie on each other. */
const partnerLines = (one: Drawing, other: Drawing, comparison: Comparison, shift: Shift) =>
  pairsOf(one, other, comparison)
    .map(([from, to]) => [from, moved(to, shift)] as const)
    .filter(([from, to]) => Math.hypot(from.x - to.x, from.y - to.y) > 30);
