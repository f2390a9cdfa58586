import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { ComponentProps } from 'react';
import { RouterProvider } from 'react-router';

interface AppProps {
  queries: QueryClient;
  router: ComponentProps<typeof RouterProvider>['router'];
}

export function App({ queries, router }: AppProps) {
  return (
    <QueryClientProvider client={queries}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  );
}
