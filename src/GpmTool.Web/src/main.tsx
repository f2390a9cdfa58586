import '@kern-ux/native/dist/kern.min.css';
import './app/fonts.css';
import './app/app.css';
import './app/parts.css';
import './app/print.css';

import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createBrowserRouter } from 'react-router';

import { basePath } from './api/address';
import { createQueryClient } from './api/queries';
import { App } from './app/App';
import { routes } from './app/routes';
import { startI18n } from './i18n';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html lacks the element #root');

await startI18n();
createRoot(root).render(
  <StrictMode>
    <App queries={createQueryClient()} router={createBrowserRouter(routes, { basename: basePath() || '/' })} />
  </StrictMode>,
);
