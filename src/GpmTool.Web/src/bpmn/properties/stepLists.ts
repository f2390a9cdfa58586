import {
  directions,
  type DocumentUse,
  type LegalBasis,
  media,
  raciKinds,
  type Responsibility,
  type Risk,
} from '../gpm/content';
import { checkEntry, choiceEntry, type Section, textEntry } from './entries';
import { listSection, nameEntry, titled } from './fields';
import type { StepAccess } from './stepSections';
import { words } from './texts';

export function documentSection(step: StepAccess): Section {
  const w = words();
  return listSection<DocumentUse>({
    id: 'gpm-documents',
    label: w.documents,
    list: () => step.read().documents,
    write: (documents) => {
      step.write({ documents });
    },
    added: { name: '', direction: 'input', medium: 'unspecified' },
    title: (one) =>
      one.name === '' ? undefined : `${one.name} (${w.directions[one.direction]}, ${w.media[one.medium]})`,
    entries: (prefix, get, set) => [
      nameEntry(
        `${prefix}-name`,
        w.name,
        () => get().name,
        (name) => {
          set({ name });
        },
      ),
      choiceEntry({
        id: `${prefix}-direction`,
        label: w.direction,
        options: directions.map((value) => ({ value, label: w.directions[value] })),
        get: () => get().direction,
        set: (direction) => {
          set({ direction });
        },
      }),
      choiceEntry({
        id: `${prefix}-medium`,
        label: w.medium,
        options: media.map((value) => ({ value, label: w.media[value] })),
        get: () => get().medium,
        set: (medium) => {
          set({ medium });
        },
      }),
      textEntry({
        id: `${prefix}-form`,
        label: w.form,
        description: w.formHint,
        get: () => get().form,
        set: (form) => {
          set({ form });
        },
      }),
    ],
  });
}

export function systemSection(step: StepAccess): Section {
  const w = words();
  return listSection<{ name: string }>({
    id: 'gpm-systems',
    label: w.systems,
    list: () => step.read().systems.map((name) => ({ name })),
    write: (systems) => {
      step.write({ systems: systems.map(({ name }) => name) });
    },
    added: { name: '' },
    title: (one) => titled(one.name),
    entries: (prefix, get, set) => [
      nameEntry(
        `${prefix}-name`,
        w.name,
        () => get().name,
        (name) => {
          set({ name });
        },
      ),
    ],
  });
}

export function legalSection(step: StepAccess): Section {
  const w = words();
  return listSection<LegalBasis>({
    id: 'gpm-legal-bases',
    label: w.legalBases,
    list: () => step.read().legalBases,
    write: (legalBases) => {
      step.write({ legalBases });
    },
    added: { citation: '', verified: false },
    title: (one) => titled(one.citation),
    entries: (prefix, get, set) => [
      nameEntry(
        `${prefix}-citation`,
        w.citation,
        () => get().citation,
        (citation) => {
          set({ citation });
        },
        w.citationHint,
      ),
      textEntry({
        id: `${prefix}-link`,
        label: w.link,
        get: () => get().link,
        set: (link) => {
          set({ link });
        },
        fault: (typed) => (typed === undefined || /^https?:\/\/\S+$/i.test(typed.trim()) ? undefined : w.linkFault),
      }),
      checkEntry({
        id: `${prefix}-verified`,
        label: w.verified,
        get: () => get().verified,
        set: (verified) => {
          set({ verified });
        },
      }),
    ],
  });
}

export function raciSection(step: StepAccess): Section {
  const w = words();
  return listSection<Responsibility>({
    id: 'gpm-responsibilities',
    label: w.raci,
    list: () => step.read().responsibilities,
    write: (responsibilities) => {
      step.write({ responsibilities });
    },
    added: { role: '', kind: 'responsible' },
    title: (one) => (one.role === '' ? undefined : `${one.role}: ${w.raciKinds[one.kind]}`),
    entries: (prefix, get, set) => [
      nameEntry(
        `${prefix}-role`,
        w.role,
        () => get().role,
        (role) => {
          set({ role });
        },
      ),
      choiceEntry({
        id: `${prefix}-kind`,
        label: w.kind,
        options: raciKinds.map((value) => ({ value, label: w.raciKinds[value] })),
        get: () => get().kind,
        set: (kind) => {
          set({ kind });
        },
      }),
    ],
  });
}

export function riskSection(step: StepAccess): Section {
  const w = words();
  return listSection<Risk>({
    id: 'gpm-risks',
    label: w.risks,
    list: () => step.read().risks,
    write: (risks) => {
      step.write({ risks });
    },
    added: { description: '' },
    title: (one) => titled(one.description),
    entries: (prefix, get, set) => [
      nameEntry(
        `${prefix}-description`,
        w.risk,
        () => get().description,
        (description) => {
          set({ description });
        },
      ),
      textEntry({
        id: `${prefix}-control`,
        label: w.control,
        get: () => get().control,
        set: (control) => {
          set({ control });
        },
      }),
    ],
  });
}
