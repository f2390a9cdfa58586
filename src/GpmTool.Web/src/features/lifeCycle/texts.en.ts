import type { de } from './texts.de';

export const en: typeof de = {
  open: 'Change state',
  title: 'Change the state of the Soll',
  now: 'Version {{version}} of "{{name}}" is now:',
  question: 'Where does it go?',
  others: 'Also leads from here to:',
  reason: 'Reason',
  reasonHint: 'Stands in the history and in the audit.',
  reasonNeeded: 'This step needs a reason. It stands in the history and in the audit.',
  submit: 'Decide',
  done: 'New state: {{state}}.',
  history: 'So far',
  by: {
    decision: 'by decision',
    reasonedDecision: 'by decision with a reason',
    decisionWithoutQuorum: 'where the policy field demands no co-signature',
    reviewOpened: 'when a review is opened',
    reviewCoSigned: 'when the review was co-signed',
    reviewEnded: 'when the review ends otherwise',
    published: 'by publishing',
    replaced: 'when another version comes into force',
  },
};
