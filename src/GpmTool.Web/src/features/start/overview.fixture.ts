import type { Overview } from './overview';

export const fullOverview: Overview = {
  policyFields: 1,
  processGroups: 4,
  authorities: 12,
  processes: 2,
  istModels: 1205,
  sollModels: 1,
  publications: 1,
  items: [
    {
      key: 'fm.stoerung',
      name: 'Störungsmeldung bearbeiten',
      group: 'Technisches Gebäudemanagement',
      policyField: 'Facility Management',
      istAuthorities: ['Muster-Bezirk A', 'Muster-Bezirk D', 'Muster-Bezirk H'],
      soll: { version: 2, state: 'inForce', published: true },
    },
    {
      key: 'fm.schluessel',
      name: 'Schlüssel ausgeben und zurücknehmen',
      group: 'Infrastrukturelles Gebäudemanagement',
      policyField: 'Facility Management',
      istAuthorities: [],
      soll: null,
    },
  ],
};

export const emptyOverview: Overview = {
  policyFields: 0,
  processGroups: 0,
  authorities: 0,
  processes: 0,
  istModels: 0,
  sollModels: 0,
  publications: 0,
  items: [],
};
