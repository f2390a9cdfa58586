import './notifications.css';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';

import { api, done } from '../../api/client';
import { announce } from '../../app/announce';
import { Badge } from '../../app/Badge';
import { Button } from '../../app/Button';
import { FailureNotice } from '../../app/FailureNotice';
import { useFormat } from '../../app/format';
import { Loading } from '../../app/Loading';
import { inboxKey, type Message, useInbox } from './inboxQuery';

/** What waits for the reader: messages, to be marked as read. */
export function Inbox() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const queries = useQueryClient();
  const inbox = useInbox();
  const marking = useMutation({
    mutationFn: (id: string | null) =>
      done(
        id === null
          ? api.POST('/api/v1/me/notifications/read')
          : api.POST('/api/v1/me/notifications/{id}/read', { params: { path: { id } } }),
      ),
    onSuccess: async (_, id) => {
      announce(t(id === null ? 'notifications.markedAll' : 'notifications.marked'));
      await queries.invalidateQueries({ queryKey: inboxKey });
    },
  });

  const showsAll = search.get('inbox') === 'all';
  const messages = (inbox.data?.items ?? []).filter((message) => showsAll || !isRead(message));
  const unread = inbox.data?.unread ?? 0;
  const toggle = () => {
    setSearch(
      (before) => {
        if (showsAll) before.delete('inbox');
        else before.set('inbox', 'all');
        return before;
      },
      { preventScrollReset: true },
    );
  };
  return (
    <section aria-labelledby="inbox">
      <h2 id="inbox" className="kern-heading-small">
        {t('notifications.heading')}
      </h2>
      {inbox.isPending && <Loading />}
      {inbox.isError && <FailureNotice error={inbox.error} onRetry={() => void inbox.refetch()} />}
      {marking.isError && <FailureNotice error={marking.error} />}
      {unread > 0 && <Badge>{t('notifications.unread', { count: unread })}</Badge>}
      {inbox.isSuccess && messages.length === 0 && <p className="kern-body gpm-muted">{t('notifications.none')}</p>}
      <ul className="gpm-inbox">
        {messages.map((message) => (
          <Entry
            key={message.id}
            message={message}
            onRead={() => {
              marking.mutate(message.id);
            }}
          />
        ))}
      </ul>
      <div className="gpm-actions">
        {unread > 1 && (
          <Button
            small
            look="tertiary"
            icon="check"
            onClick={() => {
              marking.mutate(null);
            }}
          >
            {t('notifications.readAll')}
          </Button>
        )}
        {inbox.isSuccess && inbox.data.items.length > unread && (
          <Button small look="tertiary" aria-pressed={showsAll} onClick={toggle}>
            {t(showsAll ? 'notifications.onlyUnread' : 'notifications.all')}
          </Button>
        )}
      </div>
    </section>
  );
}

function Entry({ message, onRead }: { message: Message; onRead: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { text, link, createdAt } = message;
  return (
    <li className={isRead(message) ? 'gpm-inbox__entry' : 'gpm-inbox__entry gpm-inbox__entry--unread'}>
      <Link className="gpm-inline-link" to={link} onClick={isRead(message) ? undefined : onRead}>
        {text}
      </Link>
      <span className="gpm-inbox__facts kern-body kern-body--small">
        {format.dateTime(createdAt)}
        {isRead(message) ? (
          <span>{t('notifications.isRead')}</span>
        ) : (
          <Button
            small
            look="tertiary"
            icon="check"
            aria-label={t('notifications.readNamed', { text })}
            onClick={onRead}
          >
            {t('notifications.read')}
          </Button>
        )}
      </span>
    </li>
  );
}

const isRead = (message: Message) => typeof message.readAt === 'string';
