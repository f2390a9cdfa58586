import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { kindOf } from '../../../bpmn/language/translation';
import type { Diagram } from '../../../bpmn/services';
import { type List, type Listed, listOf, lists } from '../../../bpmn/steps/lists';
import { selectStep } from '../../../bpmn/steps/steps';
import { useDiagramState } from './useDiagramState';

interface ElementsPanelProps {
  diagram: Diagram | undefined;
  /** Enter: to the properties of the element. */
  onOpen?: () => void;
  onAppend?: () => void;
  onRemove?: () => void;
}

/** The elements of the model as a list: what a canvas cannot be for a keyboard or a screen reader. */
export function ElementsPanel({ diagram, onOpen, onAppend, onRemove }: ElementsPanelProps) {
  const { t } = useTranslation();
  const id = useId();
  const { selected } = useDiagramState(diagram);
  const [kind, setKind] = useState<List>('steps');
  const steps = diagram === undefined ? [] : listOf(diagram, kind);
  const [active, setActive] = useState<string>();
  const list = useRef<HTMLUListElement>(null);
  const current = steps.some((step) => step.id === selected) ? selected : active;
  const at = Math.max(
    0,
    steps.findIndex((step) => step.id === current),
  );
  const activeId = steps[at] === undefined ? undefined : `${id}-${steps[at].id}`;

  useEffect(() => {
    if (activeId !== undefined)
      list.current?.querySelector(`#${CSS.escape(activeId)}`)?.scrollIntoView({ block: 'nearest' });
  }, [activeId]);

  const choose = (step: Listed | undefined) => {
    if (step === undefined || diagram === undefined) return;
    setActive(step.id);
    selectStep(diagram, step.id);
  };

  const pressed = (event: KeyboardEvent) => {
    const moves: Record<string, number> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      Home: 0,
      End: steps.length - 1,
      PageDown: at + 10,
      PageUp: at - 10,
    };
    const target = moves[event.key];
    if (target !== undefined) {
      // The first arrow takes what the list stands on.
      const isUntouched = current === undefined && (event.key === 'ArrowDown' || event.key === 'ArrowUp');
      choose(steps[isUntouched ? at : Math.min(Math.max(target, 0), steps.length - 1)]);
    } else if (event.key === 'Enter') {
      choose(steps[at]);
      onOpen?.();
    } else if (event.key === 'Insert' && onAppend !== undefined && kind === 'steps') {
      if (steps[at] !== undefined) choose(steps[at]);
      onAppend();
    } else if (event.key === 'Delete' && onRemove !== undefined) {
      choose(steps[at]);
      onRemove();
    } else return;
    event.preventDefault();
  };

  return (
    <section className="gpm-elements" aria-labelledby={`${id}-heading`}>
      <h2 id={`${id}-heading`} className="gpm-panel-heading">
        {t('modelling.elements.heading')} <span className="gpm-muted">({steps.length})</span>
      </h2>
      <label className="gpm-elements__kind">
        <span className="kern-sr-only">{t('modelling.elements.show')}</span>
        <select
          value={kind}
          onChange={(event) => {
            setKind(event.target.value as List);
          }}
        >
          {lists.map((one) => (
            <option key={one} value={one}>
              {t(`modelling.elements.${one}`)}
            </option>
          ))}
        </select>
      </label>
      {onOpen !== undefined && (
        <p id={`${id}-hint`} className="kern-sr-only">
          {t('modelling.elements.hint')}
        </p>
      )}
      {steps.length === 0 ? (
        <p className="gpm-muted gpm-elements__empty">{t('modelling.elements.empty')}</p>
      ) : (
        <ul
          ref={list}
          className="gpm-elements__list"
          role="listbox"
          tabIndex={0}
          aria-labelledby={`${id}-heading`}
          aria-describedby={onOpen === undefined ? undefined : `${id}-hint`}
          aria-activedescendant={activeId}
          onKeyDown={pressed}
        >
          {steps.map((step) => (
            <li
              key={step.id}
              id={`${id}-${step.id}`}
              role="option"
              aria-selected={step.id === selected}
              aria-describedby={step.next.length === 0 ? undefined : `${id}-${step.id}-next`}
              className="gpm-elements__item"
              style={{ paddingInlineStart: `${String(0.5 + step.depth)}rem` }}
              onClick={() => {
                choose(step);
              }}
              onDoubleClick={onOpen}
            >
              <span className={`gpm-elements__symbol ${symbolOf(step.type)}`} aria-hidden="true"></span>
              <span>
                {step.name ?? t('modelling.elements.unnamed', { kind: kindOf(step.type) })}
                <span className="kern-sr-only"> ({kindOf(step.type)})</span>
                {step.note !== undefined && <span className="gpm-elements__role">{step.note}</span>}
              </span>
            </li>
          ))}
        </ul>
      )}
      <div hidden>
        {steps
          .filter((step) => step.next.length > 0)
          .map((step) => (
            <span key={step.id} id={`${id}-${step.id}-next`}>
              {t('modelling.elements.next', { steps: step.next.join(', ') })}
            </span>
          ))}
      </div>
    </section>
  );
}

const symbols: Record<string, string> = {
  'bpmn:StartEvent': 'bpmn-icon-start-event-none',
  'bpmn:EndEvent': 'bpmn-icon-end-event-none',
  'bpmn:IntermediateCatchEvent': 'bpmn-icon-intermediate-event-none',
  'bpmn:IntermediateThrowEvent': 'bpmn-icon-intermediate-event-none',
  'bpmn:BoundaryEvent': 'bpmn-icon-intermediate-event-none',
  'bpmn:ExclusiveGateway': 'bpmn-icon-gateway-xor',
  'bpmn:ParallelGateway': 'bpmn-icon-gateway-parallel',
  'bpmn:InclusiveGateway': 'bpmn-icon-gateway-or',
  'bpmn:EventBasedGateway': 'bpmn-icon-gateway-eventbased',
  'bpmn:ComplexGateway': 'bpmn-icon-gateway-complex',
  'bpmn:UserTask': 'bpmn-icon-user-task',
  'bpmn:ManualTask': 'bpmn-icon-manual-task',
  'bpmn:ServiceTask': 'bpmn-icon-service-task',
  'bpmn:SendTask': 'bpmn-icon-send-task',
  'bpmn:ReceiveTask': 'bpmn-icon-receive-task',
  'bpmn:BusinessRuleTask': 'bpmn-icon-business-rule-task',
  'bpmn:ScriptTask': 'bpmn-icon-script-task',
  'bpmn:CallActivity': 'bpmn-icon-call-activity',
  'bpmn:SequenceFlow': 'bpmn-icon-connection',
  'bpmn:MessageFlow': 'bpmn-icon-connection-multi',
  'bpmn:Association': 'bpmn-icon-connection-multi',
  'bpmn:DataInputAssociation': 'bpmn-icon-connection-multi',
  'bpmn:DataOutputAssociation': 'bpmn-icon-connection-multi',
  'bpmn:Participant': 'bpmn-icon-participant',
  'bpmn:Lane': 'bpmn-icon-lane',
  'bpmn:DataObjectReference': 'bpmn-icon-data-object',
  'bpmn:DataStoreReference': 'bpmn-icon-data-store',
  'bpmn:TextAnnotation': 'bpmn-icon-text-annotation',
  'bpmn:Group': 'bpmn-icon-group',
};

const symbolOf = (type: string) =>
  symbols[type] ?? (type.endsWith('Task') ? 'bpmn-icon-task' : 'bpmn-icon-subprocess-expanded');
