import './catalogue.css';

import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { at } from '../../api/address';
import { Button } from '../../app/Button';
import { useMe } from '../../app/me';
import { Page } from '../../app/Page';
import { may } from '../../app/rights';
import { usePages } from '../../app/usePages';
import { ImportDialog } from '../imports/ImportDialog';
import { useFileDrop } from '../imports/useFileDrop';
import { CreateProcess } from './CreateProcess';
import { Filters } from './Filters';
import { GroupTree } from './GroupTree';
import { ProcessList } from './ProcessList';

const views = ['list', 'tree'] as const;

export default function CataloguePage() {
  const { t } = useTranslation();
  const me = useMe();
  const pages = usePages();
  const [importing, setImporting] = useState<File[]>();
  const [isCreating, setIsCreating] = useState(false);
  const mayImport = may(me, 'import');
  const isDragging = useFileDrop(mayImport && importing === undefined ? setImporting : undefined);
  const view = pages.search.get('view') === 'tree' ? 'tree' : 'list';
  const actions = (
    <>
      {mayImport && (
        <Button
          look="primary"
          icon="drive-folder-upload"
          onClick={() => {
            setImporting([]);
          }}
        >
          {t('catalogue.import')}
        </Button>
      )}
      {may(me, 'editProcesses') && (
        <Button
          icon="add"
          onClick={() => {
            setIsCreating(true);
          }}
        >
          {t('catalogue.create.open')}
        </Button>
      )}
      {/* A plain link: a whole catalogue is written to the disk while it arrives. */}
      <a
        className="kern-btn kern-btn--secondary"
        href={exportAddress(pages.search)}
        download
        title={t('catalogue.exportHint')}
      >
        <span className="kern-icon kern-icon--download" aria-hidden="true"></span>
        <span className="kern-label">{t('catalogue.export')}</span>
      </a>
    </>
  );
  return (
    <Page title={t('catalogue.title')} lead={t('catalogue.lead')} help={<p>{t('catalogue.help')}</p>} actions={actions}>
      <Filters pages={pages} />
      <div className="gpm-views gpm-no-print" role="group" aria-label={t('catalogue.view')}>
        {views.map((item) => (
          <Button
            key={item}
            small
            look={item === view ? 'secondary' : 'tertiary'}
            aria-pressed={item === view}
            onClick={() => {
              pages.filter({ view: item === 'tree' ? item : '' });
            }}
          >
            {t(`catalogue.views.${item}`)}
          </Button>
        ))}
      </div>
      {view === 'tree' ? <GroupTree search={pages.search} /> : <ProcessList pages={pages} />}
      {isDragging && (
        <div className="gpm-drop" aria-hidden="true">
          <p>{t('catalogue.drop')}</p>
        </div>
      )}
      {importing !== undefined && (
        <ImportDialog
          files={importing}
          onClose={() => {
            setImporting(undefined);
          }}
        />
      )}
      {isCreating && (
        <CreateProcess
          onClose={() => {
            setIsCreating(false);
          }}
        />
      )}
    </Page>
  );
}

/** The export of what the filters leave that it knows, too. */
function exportAddress(search: URLSearchParams): string {
  const wanted = new URLSearchParams();
  for (const [ours, theirs] of [
    ['field', 'policyField'],
    ['authority', 'authority'],
  ] as const) {
    const value = search.get(ours);
    if (value !== null) wanted.set(theirs, value);
  }
  return `${at('api/v1/exports')}?${wanted.toString()}`;
}
