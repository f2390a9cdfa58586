import { cleanup, configure } from '@testing-library/react';
import { afterEach, beforeEach, vi } from 'vitest';

import { startI18n } from '../i18n';

// A busy machine is slow, not wrong.
configure({ asyncUtilTimeout: 10_000 });

// jsdom has no modal dialogs and does not scroll.
HTMLDialogElement.prototype.showModal = function () {
  this.open = true;
};
HTMLDialogElement.prototype.close = function () {
  this.open = false;
};
window.scrollTo = () => undefined;

beforeEach(async () => {
  localStorage.clear();
  await startI18n('de');
});

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});
