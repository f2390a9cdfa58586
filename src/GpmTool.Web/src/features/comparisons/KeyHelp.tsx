import { useId, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';

import { areKeysOn, keys, setKeysOn, subscribeToKeys } from './keys';

/** What the signs mean and which keys there are; single-letter keys can be turned off for who speaks to the computer. */
export function KeyHelp() {
  const { t } = useTranslation();
  const id = useId();
  const isOn = useSyncExternalStore(subscribeToKeys, areKeysOn);
  return (
    <>
      <p>{t('comparisons.help.use')}</p>
      <dl className="gpm-key-help">
        {keys.map(({ action, names }) => (
          <div key={action}>
            <dt>
              {names.map((name) => (
                <kbd key={name}>{name}</kbd>
              ))}
            </dt>
            <dd>{t(`comparisons.help.keys.${action}`)}</dd>
          </div>
        ))}
        <div>
          <dt>
            <kbd>← ↑ → ↓</kbd> <kbd>+</kbd> <kbd>-</kbd>
          </dt>
          <dd>{t('comparisons.help.drawing')}</dd>
        </div>
      </dl>
      <div className="kern-form-check">
        <input
          className="kern-form-check__checkbox"
          type="checkbox"
          id={id}
          checked={isOn}
          onChange={(event) => {
            setKeysOn(event.target.checked);
          }}
        />
        <label className="kern-label" htmlFor={id}>
          {t('comparisons.help.on')}
        </label>
      </div>
    </>
  );
}
