import { useTranslation } from 'react-i18next';

import { Badge } from '../../../app/Badge';
import { Button } from '../../../app/Button';
import { useFormat } from '../../../app/format';
import { Check } from '../parts/Check';
import { Select } from '../Sides';
import type { Comparison, NodeName } from '../types';
import { Names, namesOf } from './PresumedPairs';
import type { Pinning } from './usePinning';

/** Two elements that are being told to be the same, or not; empty: not yet chosen. */
export interface Picks {
  /** Whether clicks on the drawings choose them. */
  isOn: boolean;
  before: string;
  after: string;
}

export const noPicks: Picks = { isOn: false, before: '', after: '' };

interface PinFormProps {
  comparison: Comparison;
  pinning: Pinning;
  mayPin: boolean;
  picks: Picks;
  onPick: (picks: Picks) => void;
}

/** Says of two elements that they are the same or not, by clicking them or from two lists; and what was said before. */
export function PinForm({ comparison, pinning, mayPin, picks, onPick }: PinFormProps) {
  const { t } = useTranslation();
  if (!mayPin && pinning.pins.length === 0) return null;
  return (
    <section aria-labelledby="pins">
      <h2 className="kern-heading-medium" id="pins">
        {t('comparisons.pins.heading')}
      </h2>
      {mayPin ? (
        <Fields comparison={comparison} pinning={pinning} picks={picks} onPick={onPick} />
      ) : (
        <p className="kern-body">{t('comparisons.pins.reader')}</p>
      )}
      <Decisions
        comparison={comparison}
        pinning={pinning}
        mayPin={mayPin}
        onShow={(before, after) => {
          onPick({ isOn: false, before, after });
        }}
      />
    </section>
  );
}

function Fields({ comparison, pinning, picks, onPick }: Omit<PinFormProps, 'mayPin'>) {
  const { t } = useTranslation();
  const { before, after } = picks;
  const isComplete = before !== '' && after !== '';
  const decide = (isSame: boolean) => {
    pinning.make({ kind: 'decide', isSame, pairs: [{ beforeId: before, afterId: after }] });
    onPick(noPicks);
  };
  return (
    <>
      <p className="kern-body">{t('comparisons.pins.lead')}</p>
      <Check
        label={t('comparisons.pins.byClick')}
        isOn={picks.isOn}
        onChange={(isOn) => {
          onPick({ ...noPicks, isOn });
        }}
      />
      <Select
        label={t('comparisons.pins.beforeElement')}
        value={before}
        empty={t('comparisons.pins.choose')}
        onChange={(before) => {
          onPick({ ...picks, before });
        }}
      >
        <Options nodes={comparison.report.beforeNodes} />
      </Select>
      <Select
        label={t('comparisons.pins.afterElement')}
        value={after}
        empty={t('comparisons.pins.choose')}
        onChange={(after) => {
          onPick({ ...picks, after });
        }}
      >
        <Options nodes={comparison.report.afterNodes} />
      </Select>
      <Present comparison={comparison} before={before} />
      <div className="gpm-actions">
        <Button
          small
          disabled={!isComplete || pinning.isBusy || !pinning.isKnown}
          onClick={() => {
            decide(true);
          }}
        >
          {t('comparisons.pins.same')}
        </Button>
        <Button
          small
          disabled={!isComplete || pinning.isBusy || !pinning.isKnown}
          onClick={() => {
            decide(false);
          }}
        >
          {t('comparisons.pins.different')}
        </Button>
        {(before !== '' || after !== '') && (
          <Button
            small
            look="tertiary"
            onClick={() => {
              onPick({ ...noPicks, isOn: picks.isOn });
            }}
          >
            {t('comparisons.pins.clear')}
          </Button>
        )}
      </div>
    </>
  );
}

const german = new Intl.Collator('de');

function Options({ nodes }: { nodes: readonly NodeName[] }) {
  const sorted = [...nodes].sort((one, other) => german.compare(one.what, other.what));
  return sorted.map(({ id, what, role }) => (
    <option key={id} value={id}>
      {typeof role === 'string' ? `${what} (${role})` : what}
    </option>
  ));
}

/** What the first element corresponds to at present, and why. */
function Present({ comparison, before }: { comparison: Comparison; before: string }) {
  const { t } = useTranslation();
  const { percent } = useFormat();
  if (before === '') return null;
  const match = comparison.matches.find((one) => one.beforeId === before || one.beforeMore.includes(before));
  return (
    <p className="kern-body kern-body--small" role="status">
      {match === undefined
        ? t('comparisons.pins.alone')
        : t('comparisons.pins.present', {
            name: namesOf(comparison).after(match.afterId),
            why: t(`comparisons.evidence.${match.evidence}`),
            share: percent(match.score),
          })}
    </p>
  );
}

interface DecisionsProps {
  comparison: Comparison;
  pinning: Pinning;
  mayPin: boolean;
  onShow: (before: string, after: string) => void;
}

function Decisions({ comparison, pinning, mayPin, onShow }: DecisionsProps) {
  const { t } = useTranslation();
  const { dateTime } = useFormat();
  if (pinning.pins.length === 0) return <p className="kern-body">{t('comparisons.pins.none')}</p>;
  const nameOf = namesOf(comparison);
  const vanished = pinning.pins.filter((pin) => pin.state === 'vanished').length;
  return (
    <>
      <ul className="gpm-pairs">
        {pinning.pins.map((pin) => {
          const names = { before: nameOf.before(pin.beforeId), after: nameOf.after(pin.afterId) };
          return (
            <li key={`${pin.beforeId} ${pin.afterId} ${String(pin.isSame)} ${pin.decidedAt}`}>
              <Names
                {...names}
                score={null}
                onShow={() => {
                  onShow(pin.beforeId, pin.afterId);
                }}
              />
              <span>
                <Badge look={pin.isSame ? 'success' : 'info'}>
                  {t(pin.isSame ? 'comparisons.pins.isSame' : 'comparisons.pins.isDifferent')}
                </Badge>{' '}
                <span className="gpm-muted">{t('comparisons.pins.decided', { moment: dateTime(pin.decidedAt) })}</span>
              </span>
              {pin.state !== 'present' && <span className="gpm-muted">{t(`comparisons.pins.${pin.state}`)}</span>}
              {mayPin && pin.state !== 'vanished' && (
                <Button
                  small
                  disabled={pinning.isBusy}
                  aria-label={t('comparisons.pins.removePair', names)}
                  onClick={() => {
                    pinning.make({ kind: 'undecide', pairs: [{ beforeId: pin.beforeId, afterId: pin.afterId }] });
                  }}
                >
                  {t('comparisons.pins.remove')}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      {mayPin && vanished > 0 && (
        <Button
          small
          disabled={pinning.isBusy}
          onClick={() => {
            pinning.make({ kind: 'forget', pairs: [] });
          }}
        >
          {t('comparisons.pins.forget', { count: vanished })}
        </Button>
      )}
    </>
  );
}
