import { useTranslation } from 'react-i18next';

import type { Tone } from '../types';

export const signs: Record<Tone, string> = { added: '+', removed: '−', changed: '~', moved: '→' };

/** The sign of a tone, with its meaning for screen readers. */
export function Sign({ tone, number = null }: { tone: Tone; number?: number | null }) {
  const { t } = useTranslation();
  return (
    <span className={`gpm-sign gpm-sign--${tone}`}>
      <span aria-hidden="true">{signs[tone]}</span>
      <span className="kern-sr-only">{t(`comparisons.tones.${tone}`)}</span>
      {number !== null && ` ${String(number)}`}
    </span>
  );
}
