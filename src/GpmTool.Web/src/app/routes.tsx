import type { ComponentType } from 'react';
import { Navigate, Outlet, type RouteObject } from 'react-router';

import { SessionGuard } from '../features/accounts/SessionGuard';
import { ErrorPage } from './ErrorPage';
import { Frame, type NavigationEntry } from './Frame';
import { Loading } from './Loading';
import NotFound from './NotFound';

/** A page that is loaded when somebody goes there. */
const page = (load: () => Promise<{ default: ComponentType }>) => async () => ({ Component: (await load()).default });

const navigation: NavigationEntry[] = [
  { to: '/', name: 'overview.title' },
  { to: '/comparisons', name: 'comparisons.title' },
];

/** The pages for who is logged in. */
const pages: RouteObject[] = [
  { index: true, lazy: page(() => import('../features/overview/OverviewPage')) },
  { path: 'comparisons', lazy: page(() => import('../features/comparisons/ComparisonPage')) },
  { path: 'index.html', element: <Navigate to="/" replace /> },
  { path: '*', element: <NotFound /> },
];

/** The pages for everybody. */
const open: RouteObject[] = [
  { path: 'log-in', lazy: page(() => import('../features/accounts/LogInPage')) },
  { path: 'invitation', lazy: page(() => import('../features/accounts/InvitationPage')) },
];

export const routes: RouteObject[] = [
  {
    element: <Frame navigation={navigation} />,
    errorElement: <ErrorPage />,
    HydrateFallback: Loading,
    children: [
      {
        element: <Outlet />,
        errorElement: <ErrorPage />,
        children: [...open, { element: <SessionGuard />, children: pages }],
      },
    ],
  },
];
