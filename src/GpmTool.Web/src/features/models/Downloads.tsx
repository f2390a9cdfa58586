import { useTranslation } from 'react-i18next';

import { type Download, useDownload } from '../../app/download';
import { FailureNotice } from '../../app/FailureNotice';
import type { Model } from './queries';

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

type Form = 'elsa' | 'bpmn' | 'svg' | 'view' | 'reportXlsx' | 'reportHtml' | 'reportMarkdown';

interface DownloadsProps {
  model: Model;
  version: number;
  name: string;
  soll: Model | undefined;
}

/** A version in each form, and the reports of its comparison with the Soll. */
export function Downloads({ model, version, name, soll }: DownloadsProps) {
  const { t } = useTranslation();
  const downloading = useDownload();
  const file = `${model.definitionId}-v${version.toString()}`;
  const path = `api/v1/models/${model.id}/versions/${version.toString()}`;
  const forms: (readonly [Form, Download])[] = [
    ['elsa', { path, accept: 'application/json', name: `${file}.json` }],
    ['bpmn', { path: `${path}?form=bpmn`, name: `${file}.bpmn` }],
    ['svg', { path: `${path}?form=svg`, name: `${file}.svg` }],
    ['view', { path: `${path}?form=view`, name: `${file}.gpm.json` }],
    ...(soll === undefined || soll.id === model.id ? [] : reports(model, version, soll)),
  ];
  return (
    <>
      <details className="gpm-menu">
        <summary
          className="kern-btn kern-btn--secondary kern-btn--x-small"
          aria-label={t('models.download.menuNamed', { name })}
        >
          <span className="kern-icon kern-icon--download" aria-hidden="true"></span>
          <span className="kern-label">{t('models.download.menu')}</span>
        </summary>
        <ul>
          {forms.map(([form, download]) => (
            <li key={form}>
              <button
                type="button"
                disabled={downloading.isPending}
                onClick={() => {
                  downloading.mutate(download);
                }}
              >
                {t(`models.download.${form}`)}
              </button>
            </li>
          ))}
        </ul>
      </details>
      {downloading.isError && <FailureNotice error={downloading.error} />}
    </>
  );
}

function reports(model: Model, version: number, soll: Model): (readonly [Form, Download])[] {
  const query = new URLSearchParams({
    beforeModel: model.id,
    beforeVersion: version.toString(),
    afterModel: soll.id,
    afterVersion: soll.latestVersion.toString(),
  });
  const path = `api/v1/comparisons?${query.toString()}`;
  const name = `${model.definitionId}-soll`;
  return [
    ['reportXlsx', { path, accept: xlsx, name: `${name}.xlsx` }],
    ['reportHtml', { path, accept: 'text/html', name: `${name}.html` }],
    ['reportMarkdown', { path, accept: 'text/markdown', name: `${name}.md` }],
  ];
}
