import { useTranslation } from 'react-i18next';

import { istStates, signs, sollStates } from './mapStates';

/** What the signs of the map mean. */
export function Legend() {
  const { t } = useTranslation();
  const entries = [
    ...istStates.map((state) => [state, t(`overview.map.ist.${state}`)] as const),
    ...sollStates
      .filter((state) => state !== 'missing' && state !== 'inWork')
      .map((state) => [state, `${t('overview.map.soll')} ${t(`overview.map.sollStates.${state}`)}`] as const),
  ];
  return (
    <ul className="gpm-legend kern-body kern-body--small" aria-label={t('overview.map.legend')}>
      {entries.map(([state, words]) => (
        <li key={state}>
          <span className={`gpm-map__sign gpm-map__cell--${state}`} aria-hidden="true">
            {signs[state]}
          </span>
          {words}
        </li>
      ))}
    </ul>
  );
}
