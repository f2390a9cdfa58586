import { useTranslation } from 'react-i18next';

import { Button } from '../../../app/Button';
import { useFormat } from '../../../app/format';
import type { Comparison, Match } from '../types';
import type { Pinning } from './usePinning';

interface PresumedPairsProps {
  comparison: Comparison;
  pinning: Pinning;
  mayPin: boolean;
  onShow: (beforeId: string, afterId: string) => void;
}

/** Pairs that only probably do the same job, to be confirmed or rejected. */
export function PresumedPairs({ comparison, pinning, mayPin, onShow }: PresumedPairsProps) {
  const { t } = useTranslation();
  const pairs = comparison.matches.filter((match) => match.isPresumed);
  if (pairs.length === 0) return null;
  const nameOf = namesOf(comparison);
  const decide = (isSame: boolean, some: readonly Match[]) => {
    pinning.make({ kind: 'decide', isSame, pairs: some.map(({ beforeId, afterId }) => ({ beforeId, afterId })) });
  };
  return (
    <section aria-labelledby="presumed">
      <h2 className="kern-heading-medium" id="presumed">
        {t('comparisons.presumed.heading')}
      </h2>
      <p className="kern-body">{t(mayPin ? 'comparisons.presumed.lead' : 'comparisons.presumed.leadReader')}</p>
      <ul className="gpm-pairs">
        {pairs.map((match) => {
          const names = { before: nameOf.before(match.beforeId), after: nameOf.after(match.afterId) };
          return (
            <li key={`${match.beforeId} ${match.afterId}`}>
              <Names
                {...names}
                score={match.score}
                onShow={() => {
                  onShow(match.beforeId, match.afterId);
                }}
              />
              {mayPin && (
                <div className="gpm-actions">
                  <Button
                    small
                    disabled={pinning.isBusy || !pinning.isKnown}
                    aria-label={t('comparisons.presumed.confirmPair', names)}
                    onClick={() => {
                      decide(true, [match]);
                    }}
                  >
                    {t('comparisons.presumed.confirm')}
                  </Button>
                  <Button
                    small
                    disabled={pinning.isBusy || !pinning.isKnown}
                    aria-label={t('comparisons.presumed.rejectPair', names)}
                    onClick={() => {
                      decide(false, [match]);
                    }}
                  >
                    {t('comparisons.presumed.reject')}
                  </Button>
                </div>
              )}
            </li>
          );
        })}
      </ul>
      {mayPin && pairs.length > 1 && (
        <Button
          small
          disabled={pinning.isBusy || !pinning.isKnown}
          onClick={() => {
            decide(true, pairs);
          }}
        >
          {t('comparisons.presumed.confirmAll', { count: pairs.length })}
        </Button>
      )}
    </section>
  );
}

interface NamesProps {
  before: string;
  after: string;
  score: number | null;
  onShow: () => void;
}

/** A pair by name; clicked it is shown in the drawings. */
export function Names({ before, after, score, onShow }: NamesProps) {
  const { t } = useTranslation();
  const { percent } = useFormat();
  return (
    <button type="button" className="gpm-pair" title={t('comparisons.pins.show')} onClick={onShow}>
      <span>{before}</span> <span aria-hidden="true">↔</span>
      <span className="kern-sr-only">{t('comparisons.pins.and')}</span> <span>{after}</span>
      {score !== null && <span className="gpm-muted"> {t('comparisons.pins.score', { share: percent(score) })}</span>}
    </button>
  );
}

/** What elements are called; of one that is not there any more its id. */
export function namesOf({ report }: Comparison) {
  const before = new Map(report.beforeNodes.map((node) => [node.id, node.what]));
  const after = new Map(report.afterNodes.map((node) => [node.id, node.what]));
  return { before: (id: string) => before.get(id) ?? id, after: (id: string) => after.get(id) ?? id };
}
