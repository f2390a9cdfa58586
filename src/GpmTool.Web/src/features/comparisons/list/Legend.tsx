import { useTranslation } from 'react-i18next';

import { tones } from '../differences';
import { Sign } from '../parts/Sign';

/** What the signs and colours in the drawings and in the list mean. */
export function Legend() {
  const { t } = useTranslation();
  return (
    <ul className="gpm-tones" aria-label={t('comparisons.legend.heading')}>
      {tones.map((tone) => (
        <li key={tone}>
          <span aria-hidden="true">
            <Sign tone={tone} />
          </span>{' '}
          {t(`comparisons.tones.${tone}`)}
        </li>
      ))}
      <li>
        <span className="gpm-tones__frame" aria-hidden="true"></span> {t('comparisons.legend.chosen')}
      </li>
    </ul>
  );
}
