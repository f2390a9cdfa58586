import { useTranslation } from 'react-i18next';

import type { Schema } from '../../api/client';
import { useFormat } from '../../app/format';
import { useProcessGroups } from '../catalogue/masterData';

/** What the catalogue says about a process. */
export function Facts({ process }: { process: Schema['ProcessResponse'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const groups = useProcessGroups().data ?? [];
  const { content } = process;
  const facts = [
    ['group', groups.find(({ key }) => key === process.group)?.name ?? process.group],
    ['owner', content.owner],
    ['trigger', content.trigger],
    ['result', content.result],
    ['cases', typeof content.casesPerYear === 'number' ? format.number(content.casesPerYear) : undefined],
    ['leika', content.leikaKey],
  ] as const;
  return (
    <section aria-labelledby="facts">
      <h2 id="facts" className="kern-sr-only">
        {t('models.facts.heading')}
      </h2>
      <dl className="gpm-profile">
        {facts.map(
          ([name, value]) =>
            typeof value === 'string' && (
              <div key={name}>
                <dt>{t(`models.facts.${name}`)}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
      </dl>
    </section>
  );
}
