import { Group } from '@bpmn-io/properties-panel';

import { type Automation, automations, type Step } from '../gpm/content';
import { areaEntry, choiceEntry, type Section, textEntry } from './entries';
import { moneyEntry, timeEntries } from './fields';
import { documentSection, legalSection, raciSection, riskSection, systemSection } from './stepLists';
import { fill, words } from './texts';

/** Reads and changes what is recorded about the step that is shown. */
export interface StepAccess {
  read(): Step;
  write(part: { [Name in keyof Step]?: Step[Name] | undefined }): void;
  /** The lane the step stands in. */
  lane: string | undefined;
}

/** The sections for a step. */
export function stepSections(step: StepAccess): Section[] {
  const w = words();
  return [
    {
      id: 'gpm-responsibility',
      label: w.responsibility,
      component: Group,
      shouldOpen: true,
      entries: [
        textEntry({
          id: 'gpm-role',
          label: w.role,
          description: step.lane === undefined ? w.roleHint : fill(w.roleOfLane, { lane: step.lane }),
          get: () => step.read().role,
          set: (role) => {
            step.write({ role });
          },
        }),
        textEntry({
          id: 'gpm-organisation-unit',
          label: w.organisationUnit,
          get: () => step.read().organisationUnit,
          set: (organisationUnit) => {
            step.write({ organisationUnit });
          },
        }),
      ],
    },
    {
      id: 'gpm-times',
      label: w.times,
      component: Group,
      shouldOpen: true,
      entries: (['processingTime', 'waitingTime', 'transportTime'] as const).flatMap((name) =>
        timeEntries(
          `gpm-${name}`,
          w[name],
          {
            read: () => step.read()[name],
            write: (time) => {
              step.write({ [name]: time });
            },
          },
          name === 'processingTime',
        ),
      ),
    },
    documentSection(step),
    systemSection(step),
    {
      id: 'gpm-classification',
      label: w.classification,
      component: Group,
      entries: [
        choiceEntry({
          id: 'gpm-rag',
          label: w.rag,
          options: [
            { value: '', label: w.none },
            ...Object.entries(w.rags).map(([value, label]) => ({ value, label })),
          ],
          get: () => String(step.read().rag ?? ''),
          set: (rag) => {
            step.write({ rag: rag === '' ? undefined : Number(rag) });
          },
        }),
        choiceEntry<Automation | ''>({
          id: 'gpm-automation',
          label: w.automation,
          options: [
            { value: '', label: w.none },
            ...automations.map((value) => ({ value, label: w.automations[value] })),
          ],
          get: () => step.read().automation ?? '',
          set: (automation) => {
            step.write({ automation: automation === '' ? undefined : automation });
          },
        }),
        moneyEntry(
          'gpm-cost',
          w.cost,
          () => step.read().cost,
          (cost) => {
            step.write({ cost });
          },
        ),
      ],
    },
    legalSection(step),
    raciSection(step),
    riskSection(step),
    {
      id: 'gpm-description',
      label: w.description,
      component: Group,
      entries: [
        areaEntry({
          id: 'gpm-description-text',
          label: w.description,
          description: w.descriptionHint,
          get: () => step.read().description,
          set: (description) => {
            step.write({ description });
          },
        }),
      ],
    },
  ];
}
