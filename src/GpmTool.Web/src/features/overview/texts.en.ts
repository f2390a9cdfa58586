import type { de } from './texts.de';

export const en: typeof de = {
  title: 'Overview',
  lead: 'Authorities record their Ist processes; the coordination compares them, defines one Soll process and publishes it.',
  help: 'The table shows a policy field: a row for each process, a column for each authority that recorded something there. Each cell leads to the model it stands for. On the right is what waits for you: notifications, deadlines and what was published last. The arrow keys scroll the table when it has the focus.',
  field: 'Policy field',
  map: {
    heading: 'What is recorded',
    caption: 'Processes of the policy field {{field}} by authority',
    loading: 'Loading what is recorded …',
    region: 'Table: what is recorded',
    process: 'Process',
    soll: 'Soll',
    legend: 'Signs',
    recordedOf: '{{count}} of {{total}} recorded',
    shown: '{{shown}} of {{total}} processes',
    more: 'Show {{count}} more',
    version: 'version {{version}}',
    publication: 'publication {{number}}',
    ist: { recorded: 'recorded', inWork: 'in work', missing: 'missing' },
    sollStates: {
      missing: 'missing',
      inWork: 'in work',
      approved: 'approved',
      published: 'published',
      inForce: 'in force',
      withdrawn: 'withdrawn',
    },
    cell: '{{process}}, {{owner}}: {{state}}, {{version}}',
  },
  noFields: {
    heading: 'No policy field yet',
    body: 'The catalogue is empty. What to do next:',
    samples:
      'Load the sample catalogue: restart the server without <code>--Samples:Load=false</code>, with SQL Server with <code>--Samples:Load=true</code>.',
    import: 'Or <importLink>import</importLink> a catalogue of your own.',
    create: 'Or create a policy field, process groups and authorities in the <api>API</api>.',
  },
  noProcesses: {
    heading: 'No processes in this policy field yet',
    body: 'Import BPMN files, step tables or a whole catalogue, or create the first process.',
    toCatalogue: 'To the catalogue',
    readOnly: 'As soon as the coordination creates or imports processes, they stand here.',
  },
  publications: {
    heading: 'Published last',
    none: 'Nothing published yet. The coordination publishes a Soll on the page of its process.',
    entry: 'No. {{number}} (version {{version}}), {{date}}',
  },
};
