import { BpmnModdle } from 'bpmn-moddle';
import { expect, it, vi } from 'vitest';

import { SharedClipboard } from './clipboard';
import { moddleExtensions } from './descriptor';
import { readStep } from './gpm/reading';
import { writeStep } from './gpm/writing';
import type { Moddle, ModdleReader } from './services';

const tab = () => {
  const moddle = new BpmnModdle(moddleExtensions) as ModdleReader;
  return { moddle, clipboard: new SharedClipboard(moddle) };
};

const copied = (moddle: ModdleReader) => {
  const create = moddle.create.bind(moddle);
  const step = writeStep(create, {
    role: 'Leitstelle',
    systems: ['A'],
    documents: [],
    legalBases: [],
    responsibilities: [],
    risks: [],
  });
  const businessObject = create('bpmn:Task', {
    id: 't',
    name: 'Prüfen',
    extensionElements: create('bpmn:ExtensionElements', { values: [step] }),
  });
  return { 0: [{ id: 't', type: 'bpmn:Task', businessObject }] };
};

it('pastes in another tab what was copied in this one, with its attributes', () => {
  const [one, other] = [tab(), tab()];
  one.clipboard.set(copied(one.moddle));
  const tree = other.clipboard.get() as { 0: { businessObject: Moddle }[] };
  const pasted = tree[0][0]?.businessObject as Moddle;
  expect(pasted.$instanceOf('bpmn:Task')).toBe(true);
  expect(pasted.get('name')).toBe('Prüfen');
  expect(readStep(pasted)).toMatchObject({ role: 'Leitstelle', systems: ['A'] });
});

it('gives the tab that copied its own elements', () => {
  const { moddle, clipboard } = tab();
  const tree = copied(moddle);
  clipboard.set(tree);
  expect(clipboard.get()).toBe(tree);
});

it('takes the newest copy, whichever tab made it', () => {
  const [one, other] = [tab(), tab()];
  one.clipboard.set({ 0: [{ id: 'old' }] });
  other.clipboard.set({ 0: [{ id: 'new' }] });
  expect(one.clipboard.get()).toEqual({ 0: [{ id: 'new' }] });
});

it('works within a tab whose browser forbids storage', () => {
  const { clipboard } = tab();
  const store = vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  expect(clipboard.isEmpty()).toBe(true);
  clipboard.set({ 0: [] });
  store.mockRestore();
  expect(clipboard.get()).toEqual({ 0: [] });
  expect(clipboard.clear()).toEqual({ 0: [] });
  expect(clipboard.isEmpty()).toBe(true);
});
