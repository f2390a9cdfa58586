import type { BpmnFactory, Drawn, Modeling, Moddle } from '../services';
import { child, children } from '../services';
import { isEmpty, type Medium, type ProcessContent, type Step, type Time } from './content';
import { own } from './reading';

type Create = BpmnFactory['create'];

/** Our element for a step; undefined when nothing is recorded, unless emptiness has to be said (`isKept`). */
export function writeStep(create: Create, step: Step, isKept = false): Moddle | undefined {
  if (isEmpty(step) && !isKept) return undefined;
  return create(
    'gpm:Step',
    given({
      role: step.role,
      organisationUnit: step.organisationUnit,
      cost: step.cost,
      rag: step.rag,
      automation: step.automation,
      description: step.description === undefined ? undefined : create('gpm:Description', { text: step.description }),
      processingTime: writeTime(create, 'gpm:ProcessingTime', step.processingTime),
      waitingTime: writeTime(create, 'gpm:WaitingTime', step.waitingTime),
      transportTime: writeTime(create, 'gpm:TransportTime', step.transportTime),
      systems: step.systems.map((name) => create('gpm:System', { name })),
      documents: step.documents.map(({ medium, ...document }) =>
        create('gpm:Document', given({ ...document, medium: medium === 'unspecified' ? undefined : medium })),
      ),
      legalBases: step.legalBases.map(({ verified, ...basis }) =>
        create('gpm:LegalBasis', given({ ...basis, verified: verified ? true : undefined })),
      ),
      responsibilities: step.responsibilities.map((one) => create('gpm:Responsibility', { ...one })),
      risks: step.risks.map((one) => create('gpm:Risk', given({ ...one }))),
    }),
  );
}

/** Our element for a process; undefined when nothing is recorded. */
export function writeProcess(create: Create, process: ProcessContent): Moddle | undefined {
  if (isEmpty(process)) return undefined;
  return create(
    'gpm:Process',
    given({
      casesPerYear: process.casesPerYear,
      arrivals: writeTime(create, 'gpm:Arrivals', process.arrivals),
      staffing: process.staffing.map((one) => create('gpm:Staffing', given({ ...one }))),
    }),
  );
}

export const writeShare = (create: Create, share: number | undefined): Moddle | undefined =>
  share === undefined ? undefined : create('gpm:Flow', { probability: share });

export const writeOrganisationUnit = (create: Create, unit: string | undefined): Moddle | undefined =>
  unit === undefined ? undefined : create('gpm:Lane', { organisationUnit: unit });

export const writeMedium = (create: Create, medium: Medium): Moddle | undefined =>
  medium === 'unspecified' ? undefined : create('gpm:Data', { medium });

export const writeCalledProcess = (create: Create, process: string | undefined): Moddle | undefined =>
  process === undefined ? undefined : create('gpm:Call', { process });

/**
 * Puts our element of a type on an element of the model, in place of the one that is there; undefined takes it away. One
 * command, so that one undo takes it back. Extensions of others stay.
 */
export function putOwn(
  { modeling, bpmnFactory }: { modeling: Modeling; bpmnFactory: BpmnFactory },
  drawn: Drawn,
  model: Moddle,
  type: string,
  content: Moddle | undefined,
): void {
  const extensions = child(model, 'extensionElements');
  if (extensions === undefined) {
    if (content === undefined) return;
    const created = bpmnFactory.create('bpmn:ExtensionElements', { values: [content] });
    created.$parent = model;
    content.$parent = created;
    modeling.updateModdleProperties(drawn, model, { extensionElements: created });
    return;
  }

  const before = own(model, type);
  const values = children(extensions, 'values');
  const at = before === undefined ? values.length : values.indexOf(before);
  const after = [...values.slice(0, at), ...(content === undefined ? [] : [content]), ...values.slice(at + 1)];
  if (content !== undefined) content.$parent = extensions;
  if (after.length === 0) modeling.updateModdleProperties(drawn, model, { extensionElements: undefined });
  else modeling.updateModdleProperties(drawn, extensions, { values: after });
}

const writeTime = (create: Create, type: string, time: Time | undefined) =>
  time === undefined ? undefined : create(type, { ...time });

const given = (members: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined));
