import packaged from 'bpmn-js-i18n/translations/de.js';
import i18next from 'i18next';

import type { EventBus } from '../services';
import { german } from './german';

const texts = new Map([...Object.entries(packaged), ...Object.entries(german)]);

/** The modeler's text in the language of the page; what it says is English unless translated. */
export function translate(text: string, replacements: Record<string, string | number> = {}): string {
  const translated = i18next.language === 'en' ? text : (texts.get(text) ?? text);
  return translated.replace(/\{(\w+)\}/g, (whole, name: string) => String(replacements[name] ?? whole));
}

/** Tells bpmn-js to write its texts anew when the page's language changes. */
function languageChange(eventBus: EventBus): void {
  const changed = () => {
    eventBus.fire('i18n.changed');
    eventBus.fire('propertiesPanel.providersChanged');
  };
  i18next.on('languageChanged', changed);
  eventBus.on('diagram.destroy', () => {
    i18next.off('languageChanged', changed);
  });
}
languageChange.$inject = ['eventBus'];

export const translationModule = {
  __init__: ['languageChange'],
  languageChange: ['factory', languageChange],
  translate: ['value', translate],
};

/** The kind of an element in the words of the modeler. */
export const kindOf = (type: string): string =>
  translate(type.replace('bpmn:', '').replace(/(?<=[a-z])(?=[A-Z])/g, ' '));
