export const de = {
  open: 'Zustand ändern',
  title: 'Zustand des Solls ändern',
  now: 'Version {{version}} von „{{name}}“ ist jetzt:',
  question: 'Wie geht es weiter?',
  others: 'Außerdem führt von hier nach:',
  reason: 'Begründung',
  reasonHint: 'Steht im Verlauf und im Protokoll.',
  reasonNeeded: 'Dieser Schritt braucht eine Begründung. Sie steht im Verlauf und im Protokoll.',
  submit: 'Entscheiden',
  done: 'Neuer Zustand: {{state}}.',
  history: 'Bisher',
  by: {
    decision: 'durch Entscheidung',
    reasonedDecision: 'durch begründete Entscheidung',
    decisionWithoutQuorum: 'wo das Politikfeld keine Mitzeichnung verlangt',
    reviewOpened: 'wenn eine Mitzeichnung eröffnet wird',
    reviewCoSigned: 'wenn die Mitzeichnung abgeschlossen ist',
    reviewEnded: 'wenn die Mitzeichnung anders endet',
    published: 'durch Veröffentlichen',
    replaced: 'wenn eine andere Version in Kraft tritt',
  },
};

declare module '../../i18n/texts' {
  interface Texts {
    lifeCycle: typeof de;
  }
}
