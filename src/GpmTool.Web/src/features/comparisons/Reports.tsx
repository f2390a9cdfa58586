import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

import { at } from '../../api/address';
import { send } from '../../api/client';
import { Button } from '../../app/Button';
import { FailureNotice } from '../../app/FailureNotice';
import type { Side } from './address';
import { pairOf } from './queries';

const forms = {
  html: 'text/html',
  md: 'text/markdown',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;
type Form = keyof typeof forms;

/** The report as the server writes it, and the page on paper. */
export function Reports({ left, right }: { left: Side; right: Side }) {
  const { t, i18n } = useTranslation();
  const query = new URLSearchParams({ ...texts(pairOf(left, right)), lang: i18n.language });
  const path = `api/v1/comparisons?${query.toString()}`;
  const download = useMutation({
    mutationFn: async (form: Form) => {
      const answer = await send(path, { headers: { Accept: forms[form] } });
      save(await answer.blob(), `${t('comparisons.reports.file')}.${form}`);
    },
  });
  return (
    <>
      <div className="gpm-actions gpm-reports" role="group" aria-label={t('comparisons.reports.heading')}>
        <a
          className="kern-btn kern-btn--secondary kern-btn--x-small"
          href={at(path) + `?${query.toString()}`}
          target="_blank"
          rel="noreferrer"
        >
          <span className="kern-icon kern-icon--open-in-new" aria-hidden="true"></span>
          <span className="kern-label">{t('comparisons.reports.open')}</span>
        </a>
        {(['html', 'md', 'xlsx'] as const).map((form) => (
          <Button
            key={form}
            small
            icon="download"
            disabled={download.isPending}
            onClick={() => {
              download.mutate(form);
            }}
          >
            {t(`comparisons.reports.${form}`)}
          </Button>
        ))}
        <Button
          small
          onClick={() => {
            window.print();
          }}
        >
          {t('comparisons.reports.print')}
        </Button>
      </div>
      {download.error !== null && <FailureNotice error={download.error} />}
    </>
  );
}

const texts = (query: object) =>
  Object.fromEntries(Object.entries(query).map(([name, value]) => [name, String(value)]));

/** Hands a file to the browser. */
function save(content: Blob, name: string): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(address);
  }, 10_000);
}
