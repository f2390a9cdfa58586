export const de = {
  heading: 'Was auf mich wartet',
  unread: '{{count}} ungelesen',
  none: 'Nichts wartet auf Sie. Mitteilungen zu Mitzeichnungen, Einwänden und Fristen erscheinen hier.',
  all: 'Auch gelesene zeigen',
  onlyUnread: 'Nur ungelesene zeigen',
  read: 'Gelesen',
  readNamed: 'Als gelesen markieren: {{text}}',
  readAll: 'Alle als gelesen markieren',
  marked: 'Als gelesen markiert.',
  markedAll: 'Alle Mitteilungen sind gelesen.',
  isRead: 'gelesen',
  deadlines: {
    heading: 'Fristen',
    none: 'Keine offenen Fristen.',
    due: 'bis {{date}}',
    over: 'überfällig seit {{date}}',
  },
};

declare module '../../i18n/texts' {
  interface Texts {
    notifications: typeof de;
  }
}
