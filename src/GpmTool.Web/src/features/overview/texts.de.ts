export const de = {
  title: 'Übersicht',
  lead: 'Behörden erfassen ihre Ist-Prozesse, die Koordination vergleicht sie, legt einen Soll-Prozess fest und veröffentlicht ihn.',
  loading: 'Die Übersicht wird geladen …',
  counts: {
    heading: 'Was gespeichert ist',
    policyFields: 'Politikfelder',
    processGroups: 'Prozessgruppen',
    authorities: 'Behörden',
    processes: 'Prozesse',
    istModels: 'Ist-Modelle',
    sollModels: 'Soll-Modelle',
    publications: 'Veröffentlichungen',
  },
};

declare module '../../i18n/texts' {
  interface Texts {
    overview: typeof de;
  }
}
