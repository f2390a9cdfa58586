import type { de } from './texts.de';

export const en: typeof de = {
  title: 'Review: {{process}}',
  loading: 'Loading the review …',
  lead: 'Version {{version}} of the Soll, round {{round}}. {{state}}',
  states: {
    open: 'Positions are asked for until {{date}}.',
    coSigned: 'It is co-signed.',
    notCoSigned: 'It ended without co-signature.',
    withdrawn: 'It was withdrawn.',
  },
  help: 'The page shows what the asked authorities say, and whether that is enough for the approval. So far only the API takes positions and comments. The minutes hold who said what when.',
  toProcess: 'To the process',
  reviewers: 'What the authorities say',
  authority: 'Authority',
  stance: 'Position',
  openDifferences: 'Differences still open',
  stances: {
    agreed: 'agreed',
    objection: 'objection',
    notConcerned: 'not concerned',
    none: 'none yet',
  },
  minutes: 'Minutes',
  html: 'as a page (HTML)',
  docx: 'as a Word file (DOCX)',
  markdown: 'as text (Markdown)',
};
