import react from '@vitejs/plugin-react';
import { loadEnv } from 'vite';
import { defineConfig } from 'vitest/config';

import { firstLoadBudget } from './budget.ts';

/** Where `npm run dev` forwards API calls to: the address that the API prints when it starts. */
const api = loadEnv('', '.', 'GPM_')['GPM_API_URL'] ?? 'http://127.0.0.1:5080';

export default defineConfig({
  // What has to arrive before anything shows, packed, without fonts. The modeler is loaded when somebody models.
  plugins: [react(), firstLoadBudget(300_000)],
  // Addresses in the built page are relative to `<base>`, which the server fills in.
  base: './',
  build: {
    outDir: '../GpmTool.Api/wwwroot',
    emptyOutDir: true,
    // The content security policy allows no scripts, styles or fonts from data URIs.
    assetsInlineLimit: 0,
  },
  server: {
    // A test compares with the documentation; the description of our BPMN extension stands beside its schema.
    fs: { allow: ['.', '../../docs', '../GpmTool.Bpmn/Schema'] },
    // The API answers only pages of its own host: hence the host that the browser named.
    proxy: Object.fromEntries(
      ['/api', '/health', '/swagger'].map((path) => [path, { target: api, changeOrigin: false }]),
    ),
  },
  test: {
    environment: 'jsdom',
    testTimeout: 30_000,
    setupFiles: ['src/test/setup.ts'],
  },
});
