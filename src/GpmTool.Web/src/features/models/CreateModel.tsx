import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';

import type { Schema } from '../../api/client';
import { Button } from '../../app/Button';
import { Dialog } from '../../app/Dialog';
import { FailureNotice } from '../../app/FailureNotice';
import { Select } from '../../app/Select';
import { type Beginning, copyOf, createModel, emptyDrawing, fromFile } from './beginnings';
import { type Model, useVariantName } from './queries';

interface CreateModelProps {
  process: Schema['ProcessResponse'];
  models: Model[];
  /** The authorities whose Ist the reader may create, by key and name; an empty key stands for the Soll. */
  owners: readonly (readonly [string, string])[];
  onClose: () => void;
}

const begins = ['empty', 'copy', 'file'] as const;
type Begin = (typeof begins)[number];

/** Records an Ist, or begins the Soll: with an empty drawing, a copy or a file. */
export function CreateModel({ process, models, owners, onClose }: CreateModelProps) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const variantName = useVariantName();
  const [owner, setOwner] = useState(owners[0]?.[0] ?? '');
  const [begin, setBegin] = useState<Begin>('empty');
  const [source, setSource] = useState(models[0]?.id ?? '');
  const [file, setFile] = useState<File>();
  const fileId = useId();

  const { name } = process.content;
  const beginning = async (): Promise<Beginning> => {
    const model = models.find(({ id }) => id === source);
    if (begin === 'copy' && model !== undefined) return copyOf(model);
    if (begin === 'file' && file !== undefined) return fromFile(file);
    return emptyDrawing(name, process.content.trigger ?? t('models.create.start'), t('models.create.end'));
  };
  const creating = useMutation({
    mutationFn: async () => createModel(process.key, owner, await beginning()),
    onSuccess: async ({ id }) => {
      await Promise.all(
        [['process', process.key], ['processes'], ['overview']].map((queryKey) =>
          queries.invalidateQueries({ queryKey }),
        ),
      );
      await navigate(`/models/${id}/edit`);
    },
  });
  const isReady = begin !== 'file' || file !== undefined;
  const actions = (
    <>
      <Button
        look="primary"
        disabled={!isReady || creating.isPending}
        onClick={() => {
          creating.mutate();
        }}
      >
        {t('models.create.submit')}
      </Button>
      <Button onClick={onClose}>{t('app.cancel')}</Button>
    </>
  );
  return (
    <Dialog title={t('models.create.title')} onClose={onClose} actions={actions}>
      <div className="gpm-stack">
        {creating.isError && <FailureNotice error={creating.error} />}
        <Select label={t('models.create.kind')} value={owner} options={owners} onChange={setOwner} />
        <Select
          label={t('models.create.begin')}
          value={begin}
          options={begins
            .filter((item) => item !== 'copy' || models.length > 0)
            .map((item) => [item, t(`models.create.begins.${item}`)])}
          onChange={(value) => {
            setBegin(begins.find((item) => item === value) ?? 'empty');
          }}
        />
        {begin === 'copy' && (
          <Select
            label={t('models.create.source')}
            value={source}
            options={models.map((model) => [model.id, `${variantName(model)}: ${model.name}`])}
            onChange={setSource}
          />
        )}
        {begin === 'file' && (
          <div>
            <div className="gpm-filepick">
              <input
                id={fileId}
                className="kern-sr-only"
                type="file"
                accept=".bpmn,.xml,.json"
                onChange={(event) => {
                  setFile(event.target.files?.[0]);
                }}
              />
              <label htmlFor={fileId} className="kern-btn kern-btn--secondary">
                <span className="kern-label">{t('models.create.file')}</span>
              </label>
              <span className="kern-body">{file?.name ?? t('models.create.noFile')}</span>
            </div>
            <p className="kern-body kern-body--small gpm-muted">{t('models.create.tables')}</p>
          </div>
        )}
      </div>
    </Dialog>
  );
}
