import { expect, it, vi } from 'vitest';

import { copiesOf, forgetCopy, forgetOwnCopy, keepCopy } from './recovery';

const work = { xml: '<mine/>', base: '<base/>', etag: '"3"', version: 2 };

it('gives back what was kept, with when', () => {
  expect(keepCopy('anna', 'm', work)).toBe(true);
  const [copy] = copiesOf('anna', 'm');
  expect(copy).toMatchObject(work);
  expect(Date.now() - new Date(copy?.at ?? '').getTime()).toBeLessThan(10_000);
});

it('keeps the newest work of a tab only', () => {
  keepCopy('anna', 'm', work);
  keepCopy('anna', 'm', { ...work, xml: '<newer/>' });
  expect(copiesOf('anna', 'm').map(({ xml }) => xml)).toEqual(['<newer/>']);
});

it('shows nobody the work of others, nor that of another model', () => {
  keepCopy('anna', 'm', work);
  expect(copiesOf('bernd', 'm')).toEqual([]);
  expect(copiesOf('anna', 'other')).toEqual([]);
});

it('gives the copies of other tabs, newest first, and forgets only its own', () => {
  keepCopy('anna', 'm', work);
  localStorage.setItem(
    'gpm.recovery.anna.m.othertab',
    JSON.stringify({ ...work, xml: '<other/>', at: '2999-01-01T00:00:00Z' }),
  );
  expect(copiesOf('anna', 'm').map(({ xml }) => xml)).toEqual(['<other/>', '<mine/>']);
  forgetOwnCopy('anna', 'm');
  const [left] = copiesOf('anna', 'm');
  expect(left?.xml).toBe('<other/>');
  forgetCopy(left?.key ?? '');
  expect(copiesOf('anna', 'm')).toEqual([]);
});

it('passes by what is damaged', () => {
  localStorage.setItem('gpm.recovery.anna.m.broken', '{"xml":1');
  localStorage.setItem('gpm.recovery.anna.m.part', '{"xml":"<a/>"}');
  expect(copiesOf('anna', 'm')).toEqual([]);
});

it('leaves the base out where there is no room for both, and says so where there is none at all', () => {
  let room = 200;
  const full = vi.spyOn(Storage.prototype, 'setItem').mockImplementation((_, text) => {
    if (text.length > room) throw new DOMException('full', 'QuotaExceededError');
  });
  expect(keepCopy('anna', 'm', { ...work, base: 'x'.repeat(500) })).toBe(true);
  room = 10;
  expect(keepCopy('anna', 'm', work)).toBe(false);
  full.mockRestore();
});
