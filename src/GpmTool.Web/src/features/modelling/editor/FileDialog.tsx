import { useMutation } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { announce } from '../../../app/announce';
import { Button } from '../../../app/Button';
import { Dialog } from '../../../app/Dialog';
import { FailureNotice } from '../../../app/FailureNotice';
import type { Diagram } from '../../../bpmn/services';
import { checkDocument, layOut } from '../documents';
import type { Autosave } from '../saving/autosave';

interface FileDialogProps {
  diagram: Diagram;
  autosave: Autosave;
  show: (xml: string) => Promise<void>;
  /** The file stands in place of this content. */
  onReplaced: (before: string) => void;
  onClose: () => void;
}

/** Puts a BPMN file in place of the draft's content. The API reads it first: it says what is wrong with it, and where. */
export function FileDialog({ diagram, autosave, show, onReplaced, onClose }: FileDialogProps) {
  const { t } = useTranslation();
  const id = useId();
  const [file, setFile] = useState<File>();
  const [fault, setFault] = useState<string>();
  const replace = useMutation({
    mutationFn: async (chosen: File) => {
      const xml = await chosen.text();
      await checkDocument(xml);
      const before = (await diagram.saveXML({ format: true })).xml ?? '';
      try {
        await show(/BPMNShape/.test(xml) ? xml : await layOut(xml));
      } catch (error) {
        await show(before);
        setFault(error instanceof Error ? error.message : String(error));
        return;
      }

      autosave.edited();
      announce(t('modelling.file.opened'));
      onReplaced(before);
      onClose();
    },
  });
  return (
    <Dialog
      title={t('modelling.file.label')}
      onClose={onClose}
      actions={
        <>
          <Button
            look="primary"
            disabled={file === undefined || replace.isPending}
            onClick={() => {
              if (file !== undefined) replace.mutate(file);
            }}
          >
            {t('modelling.file.replace')}
          </Button>
          <Button look="tertiary" onClick={onClose}>
            {t('app.cancel')}
          </Button>
        </>
      }
    >
      <p className="kern-body">{t('modelling.file.replaceBody')}</p>
      <div className="kern-form-input">
        <label className="kern-label" htmlFor={id}>
          {t('modelling.file.label')}
        </label>
        <input
          id={id}
          type="file"
          accept=".bpmn,.xml,application/bpmn+xml,application/xml,text/xml"
          onChange={(event) => {
            setFile(event.target.files?.[0]);
            setFault(undefined);
            replace.reset();
          }}
        />
      </div>
      {fault !== undefined && (
        <p role="alert">
          {t('modelling.file.refused')}: {fault}
        </p>
      )}
      {replace.isError && <FailureNotice error={replace.error} />}
    </Dialog>
  );
}
