import { useQuery } from '@tanstack/react-query';

import { api, data, type Schema } from '../../api/client';

export type Message = Schema['NotificationResponse'];

export const inboxKey = ['notifications'];

/** The newest 200 messages, read ones too: deadlines stay deadlines when their message was read. */
export const useInbox = () =>
  useQuery({
    queryKey: inboxKey,
    queryFn: () => data(api.GET('/api/v1/me/notifications', { params: { query: { limit: 200 } } })),
  });

/** The deadline of each object, the nearest first; a later message about the same object replaces an earlier one. */
export function deadlinesOf(messages: readonly Message[]): Message[] {
  const byObject = new Map<string, Message>();
  for (const message of messages) {
    if (message.kind === 'reviewConcluded') byObject.set(message.objectId, message);
    else if (typeof message.dueAt === 'string' && !byObject.has(message.objectId))
      byObject.set(message.objectId, message);
  }
  return [...byObject.values()]
    .filter(({ kind }) => kind !== 'reviewConcluded')
    .sort((one, other) => (one.dueAt ?? '').localeCompare(other.dueAt ?? ''));
}
