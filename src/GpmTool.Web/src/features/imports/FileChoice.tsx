import { type DragEvent, useId, useState } from 'react';
import { Trans, useTranslation } from 'react-i18next';

import { at } from '../../api/address';
import { Button } from '../../app/Button';
import { useFormat } from '../../app/format';

const accepted = '.bpmn,.xml,.json,.xlsx,.csv,.zip';

/** The files to import: chosen or dropped, and to be removed again. */
export function FileChoice({ files, onChange }: { files: File[]; onChange: (files: File[]) => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const id = useId();
  const [isOver, setIsOver] = useState(false);
  const add = (more: FileList | null) => {
    const fresh = [...(more ?? [])];
    onChange([...files.filter((file) => fresh.every(({ name }) => name !== file.name)), ...fresh]);
  };
  const drag = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(event.type === 'dragover');
  };
  return (
    <div>
      <div
        className={isOver ? 'gpm-files gpm-files--over' : 'gpm-files'}
        onDragOver={drag}
        onDragLeave={drag}
        onDrop={(event) => {
          drag(event);
          add(event.dataTransfer.files);
        }}
      >
        <input
          id={id}
          className="kern-sr-only"
          type="file"
          multiple
          accept={accepted}
          onChange={(event) => {
            add(event.target.files);
            event.target.value = ''; // the same file again is a change, too
          }}
        />
        {/* The browser's own button speaks the browser's language. */}
        <label htmlFor={id} className="kern-btn kern-btn--secondary">
          <span className="kern-icon kern-icon--drive-folder-upload" aria-hidden="true"></span>
          <span className="kern-label">{t('imports.choose')}</span>
        </label>
        <span className="kern-body" aria-hidden="true">
          {t('imports.dropHere')}
        </span>
      </div>
      <ul className="gpm-list gpm-list--plain">
        {files.map((file) => (
          <li key={file.name} className="gpm-file">
            <span className="kern-body">
              {file.name} <span className="gpm-muted">({format.number(Math.ceil(file.size / 1024))} kB)</span>
            </span>
            <Button
              small
              look="tertiary"
              icon="close"
              aria-label={t('imports.remove', { name: file.name })}
              onClick={() => {
                onChange(files.filter((other) => other !== file));
              }}
            />
          </li>
        ))}
      </ul>
      <p className="kern-body kern-body--small">
        <Trans
          i18nKey="imports.templates"
          components={{
            xlsx: <a className="gpm-inline-link" href={at('api/v1/imports/step-table-template?form=xlsx')} download />,
            csv: <a className="gpm-inline-link" href={at('api/v1/imports/step-table-template?form=csv')} download />,
          }}
        />
      </p>
    </div>
  );
}
