import { fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, it, vi } from 'vitest';

import { coordination, open, problem } from '../../test/page';

// Neither is drawn here: the tests in a browser do that.
vi.mock('./Viewer', () => ({ default: ({ xml }: { xml: string }) => <p>Zeichnung: {xml}</p> }));
vi.mock('./editor/Editor', () => ({
  default: ({ opened, onLeave }: { opened: { xml: string; etag: string }; onLeave: () => void }) => (
    <button onClick={onLeave}>
      Editor: {opened.xml} {opened.etag}
    </button>
  ),
}));

const modeller = { ...coordination, roles: [{ role: 'modeller', authority: 'a', policyField: 'fm' }] };
const process = { key: 'p', policyField: 'fm', group: 'g', content: { name: 'Winterdienst', illustrative: true } };
const frozen = {
  id: 'm',
  process: 'p',
  stage: 'ist',
  authority: 'a',
  name: 'Räumen',
  state: 'draft',
  definitionId: 'd',
  latestVersion: 2,
  hasDraft: false,
  archivedAt: null,
};

function server(model: () => object, me: object = modeller) {
  return {
    'GET /api/v1/me': me,
    'GET /api/v1/models/m': model,
    'GET /api/v1/processes/p': process,
    'GET /api/v1/models/m/versions/2': ({ url }: Request) =>
      url.includes('form=bpmn') ? new Response('<zwei/>', { headers: { ETag: '"1"' } }) : {},
    'GET /api/v1/models/m/versions/3': ({ url }: Request) =>
      url.includes('form=bpmn') ? new Response('<drei/>', { headers: { ETag: '"5"' } }) : {},
  };
}

it('shows a frozen version, and begins a draft only when somebody asks for it', async () => {
  let model: object = frozen;
  const { sent } = open('/models/m/edit', {
    ...server(() => model),
    'POST /api/v1/models/m/draft': () => {
      model = { ...frozen, latestVersion: 3, hasDraft: true };
      return { number: 3 };
    },
  });
  expect(await screen.findByText('Zeichnung: <zwei/>')).toBeDefined();
  expect(sent.every(({ method }) => method === 'GET')).toBe(true);
  fireEvent.click(screen.getByRole('button', { name: 'Entwurf beginnen' }));
  expect(await screen.findByRole('button', { name: 'Editor: <drei/> "5"' })).toBeDefined();
});

it('opens a draft for who may change it', async () => {
  open(
    '/models/m/edit',
    server(() => ({ ...frozen, latestVersion: 3, hasDraft: true })),
  );
  expect(await screen.findByRole('button', { name: 'Editor: <drei/> "5"' })).toBeDefined();
  expect(screen.getByRole('heading', { level: 1, name: 'Räumen modellieren' })).toBeDefined();
});

it.each([
  ['another authority', { ...modeller, roles: [{ role: 'modeller', authority: 'b', policyField: null }] }],
  [
    'the coordination, of an Ist',
    { ...modeller, roles: [{ role: 'fieldCoordination', authority: null, policyField: 'fm' }] },
  ],
])('lets %s only read', async (_, me) => {
  open(
    '/models/m/edit',
    server(() => ({ ...frozen, latestVersion: 3, hasDraft: true }), me),
  );
  expect(await screen.findByText('Zeichnung: <drei/>')).toBeDefined();
  expect(screen.getByText('Nur zum Lesen')).toBeDefined();
  expect(screen.queryByRole('button', { name: /Editor|Entwurf beginnen/ })).toBeNull();
});

it('keeps an open editor whatever the server says meanwhile, until it is left', async () => {
  let model: object = { ...frozen, latestVersion: 3, hasDraft: true };
  open(
    '/models/m/edit',
    server(() => model),
  );
  const editor = await screen.findByRole('button', { name: /Editor/ });
  model = { ...frozen, latestVersion: 3 };
  fireEvent(window, new Event('focus'));
  expect(screen.getByRole('button', { name: /Editor/ })).toBe(editor);
  fireEvent.click(editor);
  await waitFor(() => {
    expect(screen.getByText('Diese Version ist eingefroren')).toBeDefined();
  });
});

it('says what is wrong when there is no such model', async () => {
  open('/models/m/edit', { ...server(() => problem(404, 'not-found', 'Das Modell gibt es nicht.')) });
  expect((await screen.findByRole('alert')).textContent).toContain('Das Modell gibt es nicht.');
});
