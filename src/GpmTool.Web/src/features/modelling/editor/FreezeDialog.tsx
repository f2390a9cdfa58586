import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { Button } from '../../../app/Button';
import { Dialog } from '../../../app/Dialog';
import { FailureNotice } from '../../../app/FailureNotice';
import { freezeDraft } from '../documents';
import type { Autosave } from '../saving/autosave';
import { Field } from './Field';

interface FreezeDialogProps {
  model: string;
  version: number;
  errors: number;
  autosave: Autosave;
  onFrozen: () => void;
  onClose: () => void;
}

/** Turns the draft into a version that never changes, with a note for those who read its history. */
export function FreezeDialog({ model, version, errors, autosave, onFrozen, onClose }: FreezeDialogProps) {
  const { t } = useTranslation();
  const [note, setNote] = useState('');
  const noteInput = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    noteInput.current?.focus();
  }, []);
  const [isUnsaved, setIsUnsaved] = useState(false);
  const freeze = useMutation({
    mutationFn: async () => {
      await autosave.flush();
      setIsUnsaved(autosave.hasUnsaved);
      if (autosave.hasUnsaved) return;
      await freezeDraft(model, autosave.saved.etag, note.trim());
      autosave.stop();
      onFrozen();
    },
  });
  return (
    <Dialog
      title={t('modelling.freeze.title')}
      onClose={onClose}
      actions={
        <>
          <Button
            look="primary"
            disabled={freeze.isPending}
            onClick={() => {
              freeze.mutate();
            }}
          >
            {t('modelling.freeze.submit')}
          </Button>
          <Button look="tertiary" onClick={onClose}>
            {t('app.cancel')}
          </Button>
        </>
      }
    >
      <p className="kern-body">{t('modelling.freeze.body', { version })}</p>
      {errors > 0 && <p className="kern-body">{t('modelling.freeze.blocked', { count: errors })}</p>}
      <Field label={t('modelling.freeze.note')} hint={t('modelling.freeze.noteHint')}>
        {(props) => (
          <textarea
            {...props}
            ref={noteInput}
            className="kern-form-input__input"
            rows={4}
            maxLength={2000}
            value={note}
            onChange={(event) => {
              setNote(event.target.value);
            }}
          />
        )}
      </Field>
      {isUnsaved && <p role="alert">{t('modelling.freeze.unsaved')}</p>}
      {freeze.isError && <FailureNotice error={freeze.error} />}
    </Dialog>
  );
}
