import type { de } from './texts.de';

export const en: typeof de = {
  title: 'Overview',
  lead: 'Authorities record their Ist processes; the coordination compares them, defines one Soll process and publishes it.',
  loading: 'Loading the overview …',
  counts: {
    heading: 'What is stored',
    policyFields: 'Policy fields',
    processGroups: 'Process groups',
    authorities: 'Authorities',
    processes: 'Processes',
    istModels: 'Ist models',
    sollModels: 'Soll models',
    publications: 'Publications',
  },
};
