import { expect, it } from 'vitest';

import { keyOf } from './keyOf';

it.each([
  ['Schlüssel ausgeben und zurücknehmen', 'schluessel-ausgeben-und-zuruecknehmen'],
  ['  Straße (öffentlich) räumen! ', 'strasse-oeffentlich-raeumen'],
  ['–', ''],
])('makes a key of "%s"', (name, key) => {
  expect(keyOf(name)).toBe(key);
});
