import { translate } from '../language/translation';
import type { EventBus } from '../services';

/**
 * What the properties panel lacks for screen readers and keys: each button says which section it opens and whether it is open;
 * errors and hints belong to their field; Enter takes a field over.
 */
function panelKeys(eventBus: EventBus): void {
  let observer: MutationObserver | undefined;
  eventBus.on('propertiesPanel.attach', () => {
    const panel = document.querySelector<HTMLElement>('.bio-properties-panel-container');
    if (panel === null) return;
    observer?.disconnect();
    observer = new MutationObserver(() => {
      describe(panel);
    });
    observer.observe(panel, {
      childList: true,
      subtree: true,
      attributes: true,
      attributeFilter: ['class'],
      characterData: true,
    });
    panel.addEventListener('keydown', takeOver);
    describe(panel);
  });
  eventBus.on('diagram.destroy', () => {
    observer?.disconnect();
  });
}
panelKeys.$inject = ['eventBus'];

/** Leaving a field takes it over, and so does Enter. */
function takeOver(event: KeyboardEvent): void {
  const { target } = event;
  if (event.key !== 'Enter' || !(target instanceof HTMLInputElement) || target.type !== 'text') return;
  target.blur();
  target.focus();
}

function describe(panel: HTMLElement): void {
  for (const group of panel.querySelectorAll<HTMLElement>('.bio-properties-panel-group')) {
    const title = text(group, ':scope > .bio-properties-panel-group-header .bio-properties-panel-group-header-title');
    const header = group.querySelector(':scope > .bio-properties-panel-group-header');
    const isOpen = header?.classList.contains('open') === true;
    expanded(header?.querySelector('.bio-properties-panel-arrow'), title, isOpen);
    label(header?.querySelector('.bio-properties-panel-add-entry'), title);
    label(header?.querySelector('.bio-properties-panel-list-badge'), undefined);
  }

  for (const item of panel.querySelectorAll<HTMLElement>('.bio-properties-panel-collapsible-entry')) {
    const title = text(
      item,
      ':scope > .bio-properties-panel-collapsible-entry-header .bio-properties-panel-collapsible-entry-header-title',
    );
    expanded(item.querySelector(':scope > div > .bio-properties-panel-arrow'), title, item.classList.contains('open'));
    label(item.querySelector(':scope > div > .bio-properties-panel-remove-entry'), title);
  }

  // The one button that the panel does not let anybody translate.
  for (const button of panel.querySelectorAll<HTMLElement>('.bio-properties-panel-open-feel-popup')) {
    set(button, 'title', translate('Open pop-up editor'));
  }

  for (const entry of panel.querySelectorAll<HTMLElement>('.bio-properties-panel-entry')) {
    const input = entry.querySelector<HTMLElement>('.bio-properties-panel-input');
    if (input === null || input.id === '') continue;
    const notes = [
      ...entry.querySelectorAll<HTMLElement>('.bio-properties-panel-error, .bio-properties-panel-description'),
    ];
    notes.forEach((note, at) => {
      set(note, 'id', `${input.id}-note-${String(at)}`);
      if (note.classList.contains('bio-properties-panel-error')) set(note, 'role', 'alert');
    });
    set(input, 'aria-describedby', notes.length === 0 ? null : notes.map((note) => note.id).join(' '));
    set(input, 'aria-invalid', entry.classList.contains('has-error') ? 'true' : null);
  }
}

function expanded(button: Element | null | undefined, title: string, isOpen: boolean): void {
  if (!(button instanceof HTMLElement)) return;
  set(button, 'aria-label', title);
  set(button, 'aria-expanded', String(isOpen));
}

/** A name that says what it is about: "Eintrag anlegen: Dokumente". */
function label(element: Element | null | undefined, title: string | undefined): void {
  if (!(element instanceof HTMLElement)) return;
  set(element, 'aria-label', title === undefined ? null : `${element.title}: ${title}`);
}

const text = (parent: HTMLElement, selector: string) => parent.querySelector(selector)?.textContent.trim() ?? '';

/** Changes an attribute only when it differs: the observer would never come to rest. */
function set(element: HTMLElement, name: string, value: string | null): void {
  if (element.getAttribute(name) === value) return;
  if (value === null) element.removeAttribute(name);
  else element.setAttribute(name, value);
}

export const panelKeysModule = {
  __init__: ['gpmPanelKeys'],
  gpmPanelKeys: ['factory', panelKeys],
};
