import { useTranslation } from 'react-i18next';

import { Button } from '../../../app/Button';
import { Dialog } from '../../../app/Dialog';
import type { de } from '../texts.de';

type Word = keyof (typeof de)['keys']['list'];

const groups = {
  everywhere: [['Strg + S', 'save']],
  canvas: [
    ['Strg + Z, Strg + Y', 'undo'],
    ['Strg + C, Strg + V, Strg + X', 'copy'],
    ['Entf', 'remove'],
    ['E', 'edit'],
    ['A', 'append'],
    ['R', 'replace'],
    ['C', 'connect'],
    ['← ↑ → ↓', 'arrows'],
    ['Strg + ← ↑ → ↓', 'scroll'],
    ['Strg + +, Strg + −, Strg + 0', 'zoom'],
    ['Strg + F', 'search'],
    ['Strg + A', 'all'],
  ],
  elements: [
    ['↑ ↓', 'select'],
    ['Eingabe', 'open'],
    ['Einfg', 'insert'],
    ['Entf', 'remove'],
  ],
  panel: [['Eingabe', 'commit']],
} as const satisfies Record<string, readonly (readonly [string, Word])[]>;

const english: Record<string, string> = { Strg: 'Ctrl', Entf: 'Delete', Eingabe: 'Enter', Einfg: 'Insert' };

/** All keys, by where they work. */
export function KeysDialog({ onClose }: { onClose: () => void }) {
  const { t, i18n } = useTranslation();
  const named = (keys: string) =>
    i18n.language === 'en' ? keys.replace(/\p{L}{3,}/gu, (word) => english[word] ?? word) : keys;
  return (
    <Dialog
      title={t('modelling.keys.title')}
      onClose={onClose}
      actions={<Button onClick={onClose}>{t('app.close')}</Button>}
    >
      {(Object.keys(groups) as (keyof typeof groups)[]).map((group) => (
        <section key={group}>
          <h3 className="kern-title">{t(`modelling.keys.${group}`)}</h3>
          <dl className="gpm-keys">
            {groups[group].map(([keys, word]) => (
              <div key={keys}>
                <dt>
                  <kbd>{named(keys)}</kbd>
                </dt>
                <dd>{t(`modelling.keys.list.${word}`)}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </Dialog>
  );
}
