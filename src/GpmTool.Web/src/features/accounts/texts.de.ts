export const de = {
  logIn: {
    title: 'Anmelden',
    lead: 'Melden Sie sich mit Ihrem Konto an. Konten vergibt die Verwaltung von GpmTool.',
    email: 'E-Mail-Adresse',
    password: 'Passwort',
    submit: 'Anmelden',
  },
  logOut: 'Abmelden',
  signedInAs: 'Angemeldet als {{name}}',
  nameless: 'Konto ohne Namen',
  ended: {
    title: 'Ihre Sitzung ist beendet',
    lead: 'Melden Sie sich wieder an; Ihre Eingaben auf dieser Seite bleiben erhalten.',
  },
  providers: {
    heading: 'Anmelden bei einem Identitätsanbieter',
    logIn: 'Anmelden mit {{name}}',
    'no-role': 'Ihr Konto dort hat keine Rolle in GpmTool. Bitten Sie die Stelle, die dort Rollen vergibt, um eine.',
    'account-disabled': 'Ihr Konto in GpmTool ist gesperrt. Fragen Sie die Verwaltung von GpmTool.',
    'log-in-cancelled': 'Die Anmeldung wurde abgebrochen. Beginnen Sie neu.',
    'log-in-not-completed': 'Die Anmeldung wurde nicht abgeschlossen. Beginnen Sie neu, im selben Browser.',
    'provider-unreachable': 'Der Identitätsanbieter antwortet nicht. Versuchen Sie es später erneut.',
  },
  invitation: {
    title: 'Konto einrichten',
    lead: 'Wählen Sie das Passwort, mit dem Sie sich künftig anmelden. Der Link gilt einmal.',
    name: 'Name',
    password: 'Neues Passwort',
    passwordHint: 'Mindestens 12 Zeichen.',
    submit: 'Konto einrichten',
  },
};

declare module '../../i18n/texts' {
  interface Texts {
    accounts: typeof de;
  }
}
