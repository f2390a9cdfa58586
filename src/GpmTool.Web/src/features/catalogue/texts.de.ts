export const de = {
  title: 'Katalog',
  lead: 'Alle Prozesse, die Sie lesen dürfen, mit ihren Ist- und Soll-Modellen.',
  help: 'Die Suche findet Wörter in jeder Beugung, mit und ohne Umlaute, auch als Teil eines zusammengesetzten Worts: „reinigung“ findet „Unterhaltsreinigung“. Suche und Filter stehen in der Adresse der Seite und lassen sich als Link weitergeben. Zum Importieren ziehen Sie Dateien auf die Seite oder nehmen die Schaltfläche; bevor etwas gespeichert wird, sehen Sie, was geschehen würde.',
  search: 'Suchen',
  filters: 'Filter',
  field: 'Politikfeld',
  group: 'Prozessgruppe',
  authority: 'Mit Modell von',
  state: 'Zustand des Solls',
  any: 'alle',
  reset: 'Filter zurücksetzen',
  view: 'Ansicht',
  views: { list: 'Liste', tree: 'Nach Gruppen' },
  found_one: 'Ein Prozess gefunden',
  found_other: '{{formatted}} Prozesse gefunden',
  loading: 'Die Prozesse werden geladen …',
  caption: 'Prozesse mit Gruppe, Ist-Modellen und Soll',
  name: 'Prozess',
  ist: 'Ist-Modelle',
  soll: 'Soll',
  noSoll: 'noch keines',
  more: 'Weitere zeigen',
  none: 'Keine Prozesse in dieser Gruppe.',
  nothingFound: {
    heading: 'Nichts gefunden',
    body: 'Zu dieser Suche und diesen Filtern gibt es keinen Prozess. Suchen Sie mit weniger Wörtern, oder setzen Sie die Filter zurück.',
  },
  empty: {
    heading: 'Der Katalog ist leer',
    body: 'Hier stehen die Prozesse, sobald es welche gibt.',
    mayImport:
      'Ziehen Sie BPMN-Dateien, Schritt-Tabellen (XLSX, CSV), Elsa-Definitionen oder ein ZIP auf diese Seite, oder legen Sie einen Prozess an.',
  },
  import: 'Importieren',
  export: 'Exportieren',
  exportHint: 'Was Politikfeld und Behörde übrig lassen, als ZIP',
  drop: 'Dateien hier loslassen, um sie zu importieren',
  create: {
    open: 'Prozess anlegen',
    title: 'Prozess anlegen',
    name: 'Name',
    nameHint: 'Gegenstand und Verrichtung, zum Beispiel „Störungsmeldung bearbeiten“.',
    key: 'Schlüssel',
    keyHint: 'Kleinbuchstaben, Ziffern und Bindestriche; er ändert sich nie.',
    submit: 'Anlegen',
    noGroup: 'Dieses Politikfeld hat noch keine Prozessgruppe. Die Verwaltung legt sie in der Schnittstelle an.',
  },
};

declare module '../../i18n/texts' {
  interface Texts {
    catalogue: typeof de;
  }
}
