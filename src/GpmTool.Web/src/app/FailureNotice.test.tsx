import { render, screen } from '@testing-library/react';
import { expect, it, vi } from 'vitest';

import { Failure } from '../api/failure';
import { FailureNotice } from './FailureNotice';

const shown = (failure: Failure) => {
  render(<FailureNotice error={failure} />);
  return screen.getByRole('alert').textContent;
};

it('says what the server says, with its remedy and its code', () => {
  expect(shown(new Failure(409, 'archived', 'Das Modell ist archiviert.', 'Nehmen Sie ein anderes.'))).toBe(
    'Das Modell ist archiviert.Nehmen Sie ein anderes.Kennung: archived',
  );
});

it('has words for people where the server speaks to programs', () => {
  const text = shown(
    new Failure(412, 'outdated', 'Der Eintrag wurde geändert.', 'Senden Sie den neuen ETag in If-Match.'),
  );
  expect(text).toContain('Jemand anderes war schneller.');
  expect(text).not.toContain('ETag');
});

it('names fields and findings', () => {
  const finding = {
    severity: 'error' as const,
    code: 'x',
    message: 'Kein Ende.',
    remedy: 'Ergänzen.',
    elementName: 'Prüfen',
  };
  const text = shown(
    new Failure(400, 'validation-failed', 'Ungültig.', 'Ändern.', { errors: { key: ['fehlt'] }, findings: [finding] }),
  );
  expect(text).toContain('key: fehlt');
  expect(text).toContain('Fehler: Kein Ende. Ergänzen. Stelle: Prüfen');
});

it('calls fields as the page does', () => {
  const failure = new Failure(400, 'validation-failed', 'Zu beanstanden: key.', 'Berichtigen Sie errors.', {
    errors: { key: ['fehlt'] },
  });
  const { container } = render(<FailureNotice error={failure} labels={{ key: 'Kurzname' }} />);
  expect(container.textContent).toContain('Bitte berichtigen Sie Ihre Angaben:');
  expect(container.textContent).toContain('Kurzname: fehlt');
  expect(container.textContent).not.toContain('errors');
});

it('leaves a mistake of the page to its error page', () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  expect(() => render(<FailureNotice error={new TypeError('x is undefined')} />)).toThrow('x is undefined');
});
