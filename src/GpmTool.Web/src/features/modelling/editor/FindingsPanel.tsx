import { useEffect, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';

import type { Finding } from '../../../api/failure';
import { announce } from '../../../app/announce';
import type { Diagram } from '../../../bpmn/services';
import { selectStep } from '../../../bpmn/steps/steps';
import { type Checks, elementOf } from './useChecks';

const severities = ['error', 'warning', 'info'] as const;

/** What is wrong with the model, and where; each leads to its element. */
export function FindingsPanel({ diagram, checks }: { diagram: Diagram | undefined; checks: Checks }) {
  const { t } = useTranslation();
  const id = useId();
  const { findings, isChecking, failure } = checks;
  const count =
    findings.length === 0 ? t('modelling.findings.none') : t('modelling.findings.count', { count: findings.length });

  // Said only when the number changed: it is checked after every change.
  const said = useRef<string>(undefined);
  useEffect(() => {
    if (isChecking || failure !== undefined || said.current === count) return;
    if (said.current !== undefined) announce(count);
    said.current = count;
  }, [count, isChecking, failure]);

  return (
    <section className="gpm-checks" aria-labelledby={`${id}-heading`}>
      <h2 id={`${id}-heading`} className="gpm-panel-heading">
        {t('modelling.findings.heading')}{' '}
        <span className="gpm-muted gpm-checks__count">
          {isChecking ? t('modelling.findings.checking') : `(${count})`}
        </span>
      </h2>
      {failure !== undefined && (
        <CheckFailure detail={failure.status === 0 ? '' : `${failure.detail} ${failure.remedy}`} />
      )}
      <div className="gpm-checks__groups" tabIndex={0} role="group" aria-labelledby={`${id}-heading`}>
        {severities.map((severity) => {
          const ofKind = findings.filter((finding) => finding.severity === severity);
          if (ofKind.length === 0) return null;
          return (
            <details
              key={severity}
              open={severity !== 'info'}
              className={`gpm-checks__group gpm-checks__group--${severity}`}
            >
              <summary>
                <span className={`gpm-mark gpm-mark--${severity}`} aria-hidden="true">
                  {severity === 'error' ? '✕' : severity === 'warning' ? '!' : 'i'}
                </span>
                {t('modelling.findings.group', { severity: t(`app.severity.${severity}`), count: ofKind.length })}
              </summary>
              <ul>
                {ofKind.map((finding, at) => (
                  <li key={at}>
                    <FindingItem diagram={diagram} finding={finding} />
                  </li>
                ))}
              </ul>
            </details>
          );
        })}
      </div>
    </section>
  );
}

function CheckFailure({ detail }: { detail: string }) {
  const { t } = useTranslation();
  return (
    <p className="gpm-checks__failure" role="alert">
      {detail === '' ? t('modelling.findings.failed') : `${t('modelling.findings.refused')}: ${detail}`}
    </p>
  );
}

function FindingItem({ diagram, finding }: { diagram: Diagram | undefined; finding: Finding }) {
  const element = diagram === undefined ? undefined : elementOf(diagram, finding);
  const place = finding.elementName ?? finding.place;
  const words = (
    <>
      {typeof place === 'string' && place !== '' && <strong>{place}: </strong>}
      {finding.message} <span className="gpm-muted">{finding.remedy}</span>
    </>
  );
  if (diagram === undefined || element === undefined) return <p className="gpm-checks__item">{words}</p>;
  return (
    <button
      type="button"
      className="gpm-checks__item"
      onClick={() => {
        selectStep(diagram, element.id);
      }}
    >
      {words}
    </button>
  );
}
