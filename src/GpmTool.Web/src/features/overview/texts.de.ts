export const de = {
  title: 'Übersicht',
  lead: 'Behörden erfassen ihre Ist-Prozesse, die Koordination vergleicht sie, legt einen Soll-Prozess fest und veröffentlicht ihn.',
  help: 'Die Tabelle zeigt ein Politikfeld: eine Zeile je Prozess, eine Spalte je Behörde, die dort schon etwas erfasst hat. Jede Zelle führt zu dem Modell, das sie meint. Rechts steht, was auf Sie wartet: Mitteilungen, Fristen und was zuletzt veröffentlicht wurde. Mit den Pfeiltasten verschieben Sie die Tabelle, wenn sie den Fokus hat.',
  field: 'Politikfeld',
  map: {
    heading: 'Stand der Erfassung',
    caption: 'Prozesse des Politikfelds {{field}} nach Behörden',
    loading: 'Der Stand wird geladen …',
    region: 'Tabelle: Stand der Erfassung',
    process: 'Prozess',
    soll: 'Soll',
    legend: 'Zeichen',
    recordedOf: '{{count}} von {{total}} erfasst',
    shown: '{{shown}} von {{total}} Prozessen',
    more: 'Weitere {{count}} anzeigen',
    version: 'Version {{version}}',
    publication: 'Veröffentlichung {{number}}',
    ist: { recorded: 'erfasst', inWork: 'in Arbeit', missing: 'fehlt' },
    sollStates: {
      missing: 'fehlt',
      inWork: 'in Arbeit',
      approved: 'freigegeben',
      published: 'veröffentlicht',
      inForce: 'in Kraft',
      withdrawn: 'zurückgezogen',
    },
    cell: '{{process}}, {{owner}}: {{state}}, {{version}}',
  },
  noFields: {
    heading: 'Noch kein Politikfeld',
    body: 'Der Katalog ist leer. So geht es weiter:',
    samples:
      'Beispielkatalog laden: den Server ohne <code>--Samples:Load=false</code> neu starten, mit SQL Server mit <code>--Samples:Load=true</code>.',
    import: 'Oder einen eigenen Katalog <importLink>importieren</importLink>.',
    create: 'Oder Politikfeld, Prozessgruppen und Behörden in der <api>Schnittstelle</api> anlegen.',
  },
  noProcesses: {
    heading: 'Noch keine Prozesse in diesem Politikfeld',
    body: 'Importieren Sie BPMN-Dateien, Schritt-Tabellen oder einen ganzen Katalog, oder legen Sie den ersten Prozess an.',
    toCatalogue: 'Zum Katalog',
    readOnly: 'Sobald die Koordination Prozesse anlegt oder importiert, stehen sie hier.',
  },
  publications: {
    heading: 'Zuletzt veröffentlicht',
    none: 'Noch nichts veröffentlicht. Die Koordination veröffentlicht ein Soll auf der Seite seines Prozesses.',
    entry: 'Nr. {{number}} (Version {{version}}), {{date}}',
  },
};

declare module '../../i18n/texts' {
  interface Texts {
    overview: typeof de;
  }
}
