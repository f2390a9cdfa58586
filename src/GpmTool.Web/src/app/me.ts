import { useQuery } from '@tanstack/react-query';

import { api, data, type Schema } from '../api/client';
import { Failure } from '../api/failure';
import { meKey } from '../api/queries';

export type Me = Schema['MeResponse'];

/** Who is logged in; null: nobody. */
async function readMe(): Promise<Me | null> {
  try {
    return await data(api.GET('/api/v1/me'));
  } catch (error) {
    if (error instanceof Failure && error.status === 401) return null;
    throw error;
  }
}

export const useMeQuery = () => useQuery({ queryKey: meKey, queryFn: readMe, staleTime: 300_000 });

/** Who is logged in; null until it is known. */
export const useMe = (): Me | null => useMeQuery().data ?? null;
