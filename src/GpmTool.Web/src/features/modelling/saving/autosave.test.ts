import { afterEach, beforeEach, expect, it, vi } from 'vitest';

import { Failure } from '../../../api/failure';
import { Autosave, type Saved, type Saving } from './autosave';

const delays = { quiet: 100, longest: 500, keep: 10, retries: [1_000, 5_000] };
const opened: Saved = { xml: 'opened', etag: '"1"' };

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

/** An editor with a server that a test makes up. */
function editor() {
  const world = {
    text: 'opened',
    states: [] as string[],
    saves: [] as { xml: string; etag: string }[],
    kept: undefined as { xml: string; base: Saved } | undefined,
    answer: ((etag: string) => Promise.resolve(`"${String(Number(etag.replaceAll('"', '')) + 1)}"`)) as (
      etag: string,
    ) => Promise<string>,
  };
  const autosave = new Autosave(
    {
      write: () => Promise.resolve(world.text),
      save: (xml, etag) => {
        world.saves.push({ xml, etag });
        return world.answer(etag);
      },
      keep: (xml, base) => (world.kept = { xml, base }),
      forget: () => (world.kept = undefined),
      changed: (state: Saving) => world.states.push(state.kind),
    },
    opened,
    delays,
  );
  const edit = (text: string) => {
    world.text = text;
    autosave.edited();
  };
  return { world, autosave, edit };
}

const passing = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);

it('saves once when somebody pauses, with the tag it began with', async () => {
  const { world, edit } = editor();
  edit('a');
  await passing(50);
  edit('ab');
  await passing(99);
  expect(world.saves).toEqual([]);
  await passing(1);
  expect(world.saves).toEqual([{ xml: 'ab', etag: '"1"' }]);
  expect(world.states).toEqual(['changed', 'saving', 'saved']);
});

it('saves in between when somebody never pauses', async () => {
  const { world, edit } = editor();
  for (let i = 0; i < 12; i++) {
    edit(`text ${String(i)}`);
    await passing(50);
  }
  expect(world.saves.length).toBeGreaterThan(0);
});

it('sends the tag of the save before', async () => {
  const { world, edit } = editor();
  edit('a');
  await passing(100);
  edit('b');
  await passing(100);
  expect(world.saves.map(({ etag }) => etag)).toEqual(['"1"', '"2"']);
});

it('never has two saves under way, and saves afterwards what changed meanwhile', async () => {
  const { world, edit } = editor();
  let answer: (etag: string) => void = () => undefined;
  world.answer = () => new Promise((resolve) => (answer = resolve));
  edit('a');
  await passing(100);
  edit('b');
  await passing(1_000);
  expect(world.saves).toHaveLength(1);
  world.answer = () => Promise.resolve('"3"');
  answer('"2"');
  await passing(100);
  expect(world.saves).toEqual([
    { xml: 'a', etag: '"1"' },
    { xml: 'b', etag: '"2"' },
  ]);
});

it('keeps unsaved work on the device with what it is based on, until the server has it', async () => {
  const { world, edit } = editor();
  edit('a');
  await passing(10);
  expect(world.kept).toEqual({ xml: 'a', base: opened });
  await passing(100);
  expect(world.kept).toBeUndefined();
});

it('tries again while nothing answers, and keeps the work', async () => {
  const { world, edit, autosave } = editor();
  world.answer = () => Promise.reject(new Failure(0, 'unreachable'));
  edit('a');
  await passing(100);
  expect(autosave.state.kind).toBe('offline');
  await passing(1_000);
  expect(world.saves).toHaveLength(2);
  edit('ab');
  await passing(4_999);
  expect(world.saves).toHaveLength(2);
  expect(world.kept?.xml).toBe('ab');
  world.answer = () => Promise.resolve('"2"');
  await passing(1);
  expect(autosave.state.kind).toBe('saved');
  expect(world.saves.at(-1)).toEqual({ xml: 'ab', etag: '"1"' });
  expect(world.kept).toBeUndefined();
});

it('stops at a conflict until somebody decides, and keeps what is done meanwhile', async () => {
  const { world, edit, autosave } = editor();
  world.answer = () => Promise.reject(new Failure(412, 'outdated'));
  edit('mine');
  await passing(100);
  expect(autosave.state.kind).toBe('outdated');
  edit('mine, more');
  await passing(60_000);
  await autosave.flush();
  expect(world.saves).toHaveLength(1);
  expect(world.kept?.xml).toBe('mine, more');
});

it('saves on top of the other when that is decided', async () => {
  const { world, edit, autosave } = editor();
  world.answer = () => Promise.reject(new Failure(412, 'outdated'));
  edit('mine');
  await passing(100);
  world.answer = () => Promise.resolve('"8"');
  autosave.goOn({ xml: 'theirs', etag: '"7"' }, false);
  await passing(0);
  expect(world.saves.at(-1)).toEqual({ xml: 'mine', etag: '"7"' });
  expect(autosave.state.kind).toBe('saved');
});

it('saves nothing and forgets its copy when the other is taken', async () => {
  const { world, edit, autosave } = editor();
  world.answer = () => Promise.reject(new Failure(412, 'outdated'));
  edit('mine');
  await passing(100);
  autosave.goOn({ xml: 'theirs', etag: '"7"' }, true);
  await passing(60_000);
  expect(world.saves).toHaveLength(1);
  expect(world.kept).toBeUndefined();
  expect(autosave.hasUnsaved).toBe(false);
});

it.each([
  [new Failure(401, 'not-logged-in'), 'loggedOut'],
  [new Failure(404, 'no-draft'), 'draftGone'],
  [new Failure(400, 'not-bpmn'), 'refused'],
  [new Failure(403, 'not-allowed'), 'refused'],
  [new Failure(503, 'not-a-problem'), 'refused'],
] as const)('keeps the work when the answer is %s', async (failure, kind) => {
  const { world, edit, autosave } = editor();
  world.answer = () => Promise.reject(failure);
  edit('a');
  await passing(100);
  expect(autosave.state.kind).toBe(kind);
  expect(world.kept?.xml).toBe('a');
  expect(autosave.hasUnsaved).toBe(true);
});

it('goes on after a log-in', async () => {
  const { world, edit, autosave } = editor();
  world.answer = () => Promise.reject(new Failure(401, 'not-logged-in'));
  edit('a');
  await passing(100);
  world.answer = () => Promise.resolve('"2"');
  await autosave.flush();
  expect(autosave.state.kind).toBe('saved');
});

it('saves what is left when the page is closed', async () => {
  const { world, edit, autosave } = editor();
  edit('a');
  await autosave.finish();
  expect(world.saves).toHaveLength(1);
  edit('b');
  await passing(1_000);
  expect(world.saves).toHaveLength(1);
});
