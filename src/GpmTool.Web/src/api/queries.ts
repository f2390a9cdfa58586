import { QueryCache, QueryClient } from '@tanstack/react-query';

import { Failure } from './failure';

/** The key of who is logged in; `useMe` asks for it. */
export const meKey = ['me'];

/**
 * Server state of the whole page. A failure is shown at once, with a button to try again: retrying behind the reader's
 * back only lets them wait. Whose session ended is asked to log in again, on the page where they are.
 */
export function createQueryClient(): QueryClient {
  const client = new QueryClient({
    queryCache: new QueryCache({ onError: loggedOut }),
    defaultOptions: {
      queries: { retry: false, networkMode: 'always', refetchOnReconnect: true, staleTime: 30_000 },
      mutations: { retry: false, networkMode: 'always', onError: loggedOut },
    },
  });
  function loggedOut(error: unknown) {
    if (error instanceof Failure && error.status === 401) void client.invalidateQueries({ queryKey: meKey });
  }
  return client;
}
