import { fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';

import { switchLanguage } from '../i18n';
import { coordination, open, problem } from '../test/page';

const nobody = problem(401, 'not-logged-in');

function logIn() {
  fireEvent.change(screen.getByLabelText('E-Mail-Adresse'), { target: { value: 'a@b.de' } });
  fireEvent.change(screen.getByLabelText('Passwort'), { target: { value: 'geheim' } });
  fireEvent.click(screen.getByRole('button', { name: 'Anmelden' }));
}

it('asks who is not logged in to log in, and shows the page then', async () => {
  let me: object = nobody;
  const { sent } = open('/nirgendwo', {
    'GET /api/v1/me': () => me,
    'GET /api/v1/session/providers': [],
    'POST /api/v1/session': () => (me = coordination),
  });
  expect(await screen.findByRole('heading', { level: 1, name: 'Anmelden' })).toBeDefined();
  expect(screen.queryByRole('navigation', { name: 'Hauptnavigation' })).toBeNull();

  logIn();

  expect(await screen.findByRole('heading', { level: 1, name: 'Seite nicht gefunden' })).toBeDefined();
  expect(screen.getByRole('navigation', { name: 'Hauptnavigation' })).toBeDefined();
  const request = sent.find(({ method }) => method === 'POST');
  expect(await request?.json()).toEqual({ email: 'a@b.de', password: 'geheim' });
});

it('says what is wrong with a log-in', async () => {
  open('/log-in', {
    'GET /api/v1/me': nobody,
    'GET /api/v1/session/providers': [],
    'POST /api/v1/session': problem(401, 'log-in-failed', 'Passwort stimmt nicht.'),
  });
  await screen.findByRole('button', { name: 'Anmelden' });
  logIn();
  expect((await screen.findByRole('alert')).textContent).toContain('Passwort stimmt nicht.');
});

it('says that the server is gone, and recovers', async () => {
  let me: () => object | Promise<object> = () => Promise.reject(new TypeError('gone'));
  open('/nirgendwo', { 'GET /api/v1/me': () => me() });
  expect((await screen.findByRole('alert')).textContent).toContain('Der Server antwortet nicht');
  me = () => coordination;
  fireEvent.click(screen.getByRole('button', { name: 'Erneut versuchen' }));
  expect(await screen.findByRole('heading', { name: 'Seite nicht gefunden' })).toBeDefined();
});

it('names the page in the title of the document, in the language of the reader', async () => {
  open('/nirgendwo', {});
  await screen.findByRole('heading', { name: 'Seite nicht gefunden' });
  expect(document.title).toBe('Seite nicht gefunden – GpmTool');
  await switchLanguage('en');
  await waitFor(() => {
    expect(document.title).toBe('Page not found – GpmTool');
  });
  expect(document.documentElement.lang).toBe('en');
  expect(localStorage.getItem('gpm.language')).toBe('en');
});

it('moves the focus to the heading of a page that a link leads to', async () => {
  open('/nirgendwo', { 'GET /api/v1/policy-fields': problem(403, 'not-allowed') });
  fireEvent.click(await screen.findByRole('link', { name: 'Zur Übersicht' }));
  const heading = await screen.findByRole('heading', { level: 1, name: 'Übersicht' });
  await waitFor(() => {
    expect(document.activeElement).toBe(heading);
  });
});

it('keeps a page whose session ended behind a dialog that asks to log in again', async () => {
  let me: object = coordination;
  let overview: object = problem(403, 'not-allowed', 'Das dürfen Sie nicht.');
  open('/', {
    'GET /api/v1/me': () => me,
    'GET /api/v1/policy-fields': () => overview,
    'GET /api/v1/session/providers': [],
    'POST /api/v1/session': () => (me = coordination),
  });
  await screen.findByText('Das dürfen Sie nicht.');
  me = overview = nobody;
  const [again] = screen.getAllByRole('button', { name: 'Erneut versuchen' });
  if (again !== undefined) fireEvent.click(again);
  expect(await screen.findByRole('dialog', { name: 'Ihre Sitzung ist beendet' })).toBeDefined();
  expect(screen.getByRole('heading', { level: 1, name: 'Übersicht' })).toBeDefined();

  logIn();
  await waitFor(() => {
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});

it('says that there is no network', async () => {
  open('/nirgendwo', {});
  await screen.findByRole('heading', { name: 'Seite nicht gefunden' });
  Object.defineProperty(navigator, 'onLine', { configurable: true, value: false });
  fireEvent(window, new Event('offline'));
  expect(await screen.findByText(/Keine Verbindung zum Netz/)).toBeDefined();
  Object.defineProperty(navigator, 'onLine', { configurable: true, value: true });
  fireEvent(window, new Event('online'));
  await waitFor(() => {
    expect(screen.queryByText(/Keine Verbindung zum Netz/)).toBeNull();
  });
});
