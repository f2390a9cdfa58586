import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { actionOf, areKeysOn, setKeysOn, subscribeToKeys } from './keys';

function press(key: string, on: Element = document.body, more: KeyboardEventInit = {}) {
  let action: ReturnType<typeof actionOf>;
  const listener = (event: KeyboardEvent) => {
    action = actionOf(event);
  };
  window.addEventListener('keydown', listener);
  on.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }));
  window.removeEventListener('keydown', listener);
  return action;
}

beforeEach(() => {
  document.body.innerHTML = '<input id="text"><input id="check" type="checkbox"><textarea id="area"></textarea>';
});

afterEach(() => {
  document.body.innerHTML = '';
});

describe('actionOf', () => {
  it.each([
    ['j', 'next'],
    ['n', 'next'],
    ['k', 'previous'],
    ['p', 'previous'],
    ['x', 'choose'],
    ['v', 'view'],
    ['0', 'fit'],
    ['Escape', 'close'],
    ['q', undefined],
  ])('reads %s as %s', (key, action) => {
    expect(press(key)).toBe(action);
  });

  it('leaves what is typed to the field, but not what is pressed on a checkbox', () => {
    expect(press('j', document.querySelector('#text') ?? document.body)).toBeUndefined();
    expect(press('j', document.querySelector('#area') ?? document.body)).toBeUndefined();
    expect(press('j', document.querySelector('#check') ?? document.body)).toBe('next');
  });

  it.each([{ ctrlKey: true }, { metaKey: true }, { altKey: true }])('leaves keys with %j to the browser', (more) => {
    expect(press('p', document.body, more)).toBeUndefined();
  });

  it('knows only Escape when single keys are off', () => {
    setKeysOn(false);
    expect(press('j')).toBeUndefined();
    expect(press('Escape')).toBe('close');
    setKeysOn(true);
    expect(press('j')).toBe('next');
  });
});

it('tells who listens that keys were switched', () => {
  const heard: boolean[] = [];
  const stop = subscribeToKeys(() => heard.push(areKeysOn()));
  setKeysOn(false);
  stop();
  setKeysOn(true);
  expect(heard).toEqual([false]);
});
