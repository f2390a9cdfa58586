import { useTranslation } from 'react-i18next';

import type { Schema } from '../../api/client';

const parts = ['weaknesses', 'sollChanges', 'expectedEffects'] as const;

/** Why the Soll is as it is. */
export function Background({ content }: { content: Schema['ProcessContent'] }) {
  const { t } = useTranslation();
  const filled = parts.filter((part) => (content[part] ?? []).length > 0);
  if (filled.length === 0) return null;
  return (
    <section className="gpm-section" aria-labelledby="background">
      <h2 id="background" className="kern-heading-medium">
        {t('models.background.heading')}
      </h2>
      {filled.map((part) => (
        <details key={part} className="gpm-details">
          <summary>{t(`models.background.${part}`)}</summary>
          <ul className="gpm-list">
            {content[part]?.map((text) => (
              <li key={text} className="kern-body">
                {text}
              </li>
            ))}
          </ul>
        </details>
      ))}
    </section>
  );
}
