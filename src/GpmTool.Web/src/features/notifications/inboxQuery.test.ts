import { expect, it } from 'vitest';

import { deadlinesOf, type Message } from './inboxQuery';

const message = (objectId: string, kind: Message['kind'], dueAt: string | null): Message => ({
  id: `${objectId}-${kind}`,
  kind,
  text: '',
  objectKind: 'review',
  objectId,
  link: '/',
  dueAt,
  createdAt: '2026-01-01T00:00:00Z',
  readAt: null,
});

it('gives the deadline of each object once, by its newest message, the nearest first', () => {
  const messages = [
    message('a', 'deadlineNear', '2026-05-02T00:00:00Z'),
    message('b', 'reviewOpened', '2026-04-01T00:00:00Z'),
    message('a', 'reviewOpened', '2026-05-01T00:00:00Z'),
    message('c', 'mention', null),
  ];
  expect(deadlinesOf(messages).map(({ id }) => id)).toEqual(['b-reviewOpened', 'a-deadlineNear']);
});

it('has none for what is concluded', () => {
  const messages = [message('a', 'reviewConcluded', null), message('a', 'reviewOpened', '2026-05-01T00:00:00Z')];
  expect(deadlinesOf(messages)).toEqual([]);
});
