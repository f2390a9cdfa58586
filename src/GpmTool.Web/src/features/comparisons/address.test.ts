import { describe, expect, it } from 'vitest';

import { linkTo, readSide, readState, writeState } from './address';

const a = '01a21ae4-e46e-7955-9b79-68e578d9a723';
const b = '01a21ae4-e46e-73c1-beb3-418590a1b48b';
const through = (query: string) => writeState(readState(new URLSearchParams(query))).toString();

describe('readSide', () => {
  it('reads model and version', () => {
    expect(readSide(`${a}@12`)).toEqual({ modelId: a, version: 12 });
  });

  it('takes a model alone as its newest version', () => {
    expect(readSide(a)).toEqual({ modelId: a, version: null });
  });

  it.each([null, '', 'x@1', `${a}@0`, `${a}@-1`, `${a}@1@2`, `${a}@1.5`, `${a}@99999999999`])('refuses %s', (text) => {
    expect(readSide(text)).toBeNull();
  });
});

describe('the state in the address', () => {
  it('comes back as it was written', () => {
    const query = new URLSearchParams({
      left: `${a}@1`,
      right: `${b}@3`,
      operation: '2:Renamed:n1,n2>a:name',
      view: 'overlay',
      blend: '25',
      locked: 'no',
      group: 'role',
      tone: 'added,removed',
      subject: 'step',
      role: 'Leitstelle FM',
      text: 'prüfen & melden',
      details: 'technical',
    });
    expect(Object.fromEntries(new URLSearchParams(through(query.toString())))).toEqual(Object.fromEntries(query));
  });

  it('leaves out what is as usual', () => {
    expect(through('view=side&blend=50&group=section')).toBe('');
  });

  it('takes what it does not know as usual', () => {
    expect(through('view=upside-down&group=colour&blend=lots&details=all')).toBe('');
    expect(readState(new URLSearchParams('blend=900')).blend).toBe(100);
  });

  it('links to a difference without what only this page shows', () => {
    const link = new URLSearchParams(linkTo({ modelId: a, version: 1 }, { modelId: b, version: 2 }, '2:Removed:n3>:'));
    expect(readState(link)).toMatchObject({ left: { version: 1 }, right: { version: 2 }, operation: '2:Removed:n3>:' });
  });
});
