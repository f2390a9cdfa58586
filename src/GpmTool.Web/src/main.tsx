import '@kern-ux/native/dist/kern.min.css';
import './app/fonts.css';
import './app/app.css';

import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';

import { App } from './app/App';
import { startI18n } from './i18n';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html lacks the element #root');

await startI18n();
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
