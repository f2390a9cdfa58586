import { useQuery } from '@tanstack/react-query';

import { api, data } from '../../api/client';

const long = { staleTime: 300_000 };

export const usePolicyFields = () =>
  useQuery({
    queryKey: ['policy-fields'],
    queryFn: () => data(api.GET('/api/v1/policy-fields', { params: { query: { limit: 200 } } })),
    ...long,
  });

/** The process groups in their order. */
export const useProcessGroups = () =>
  useQuery({
    queryKey: ['process-groups'],
    queryFn: () => data(api.GET('/api/v1/process-groups', { params: { query: { limit: 200 } } })),
    select: ({ items }) => [...items].sort((one, other) => one.sortOrder - other.sortOrder),
    ...long,
  });

export const useAuthorities = () =>
  useQuery({
    queryKey: ['authorities'],
    queryFn: () => data(api.GET('/api/v1/authorities', { params: { query: { limit: 200 } } })),
    ...long,
  });
