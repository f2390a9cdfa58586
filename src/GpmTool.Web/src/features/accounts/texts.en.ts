import type { de } from './texts.de';

export const en: typeof de = {
  logIn: {
    title: 'Log in',
    lead: 'Log in with your account. Accounts are given by the administrators of GpmTool.',
    email: 'E-mail address',
    password: 'Password',
    submit: 'Log in',
  },
  logOut: 'Log out',
  signedInAs: 'Logged in as {{name}}',
  nameless: 'Account without a name',
  ended: {
    title: 'Your session has ended',
    lead: 'Log in again; what you entered on this page is kept.',
  },
  providers: {
    heading: 'Log in with an identity provider',
    logIn: 'Log in with {{name}}',
    'no-role': 'Your account there has no role in GpmTool. Ask those who grant roles there for one.',
    'account-disabled': 'Your account in GpmTool is disabled. Ask the administrators of GpmTool.',
    'log-in-cancelled': 'The log-in was cancelled. Begin again.',
    'log-in-not-completed': 'The log-in was not completed. Begin again, in the same browser.',
    'provider-unreachable': 'The identity provider does not answer. Try again later.',
  },
  invitation: {
    title: 'Set up the account',
    lead: 'Choose the password to log in with from now on. The link works once.',
    name: 'Name',
    password: 'New password',
    passwordHint: 'At least 12 characters.',
    submit: 'Set up the account',
  },
};
