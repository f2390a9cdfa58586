export const de = {
  title: 'Mitzeichnung: {{process}}',
  loading: 'Die Mitzeichnung wird geladen …',
  lead: 'Version {{version}} des Solls, Runde {{round}}. {{state}}',
  states: {
    open: 'Positionen werden bis zum {{date}} erbeten.',
    coSigned: 'Sie ist mitgezeichnet.',
    notCoSigned: 'Sie ist ohne Mitzeichnung abgeschlossen.',
    withdrawn: 'Sie ist zurückgezogen.',
  },
  help: 'Die Seite zeigt, was die gefragten Behörden sagen und ob das für die Freigabe genügt. Positionen und Anmerkungen nimmt bisher nur die Schnittstelle entgegen. Das Protokoll hält fest, wer wann was gesagt hat.',
  toProcess: 'Zum Prozess',
  reviewers: 'Was die Behörden sagen',
  authority: 'Behörde',
  stance: 'Position',
  openDifferences: 'Noch offene Unterschiede',
  stances: {
    agreed: 'einverstanden',
    objection: 'Einwand',
    notConcerned: 'nicht betroffen',
    none: 'noch keine',
  },
  minutes: 'Protokoll',
  html: 'als Seite (HTML)',
  docx: 'als Word-Datei (DOCX)',
  markdown: 'als Text (Markdown)',
};

declare module '../../i18n/texts' {
  interface Texts {
    reviews: typeof de;
  }
}
