import type { de } from './texts.de';

export const en: typeof de = {
  heading: 'What waits for me',
  unread: '{{count}} unread',
  none: 'Nothing waits for you. Notifications about reviews, objections and deadlines appear here.',
  all: 'Show read ones, too',
  onlyUnread: 'Show unread ones only',
  read: 'Read',
  readNamed: 'Mark as read: {{text}}',
  readAll: 'Mark all as read',
  marked: 'Marked as read.',
  markedAll: 'All notifications are read.',
  isRead: 'read',
  deadlines: {
    heading: 'Deadlines',
    none: 'No open deadlines.',
    due: 'by {{date}}',
    over: 'overdue since {{date}}',
  },
};
