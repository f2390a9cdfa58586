import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';

import { api, data } from '../../api/client';
import { Button } from '../../app/Button';
import { Dialog } from '../../app/Dialog';
import { FailureNotice } from '../../app/FailureNotice';
import { Input } from '../../app/Input';
import { useMe } from '../../app/me';
import { may } from '../../app/rights';
import { Select } from '../../app/Select';
import { keyOf } from './keyOf';
import { usePolicyFields, useProcessGroups } from './masterData';

/** A new entry of the catalogue, without models yet. */
export function CreateProcess({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const me = useMe();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const fields = (usePolicyFields().data?.items ?? []).filter((item) =>
    may(me, 'editProcesses', { policyField: item.key, authority: null }),
  );
  const [name, setName] = useState('');
  const [ownKey, setOwnKey] = useState<string>();
  const [field, setField] = useState<string>();
  const [group, setGroup] = useState<string>();

  const policyField = field ?? fields[0]?.key ?? '';
  const groups = (useProcessGroups().data ?? []).filter((item) => item.policyField === policyField);
  const groupKey = groups.find((item) => item.key === group)?.key ?? groups[0]?.key ?? '';
  const key = ownKey ?? keyOf(name);
  const creating = useMutation({
    mutationFn: () =>
      data(
        api.POST('/api/v1/processes', {
          body: { key, policyField, group: groupKey, content: { name, illustrative: false } },
        }),
      ),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['processes'] });
      await navigate(`/processes/${key}`);
    },
  });
  return (
    <Dialog
      title={t('catalogue.create.title')}
      onClose={onClose}
      actions={
        <>
          <Button look="primary" type="submit" form="create-process" disabled={creating.isPending || groupKey === ''}>
            {t('catalogue.create.submit')}
          </Button>
          <Button onClick={onClose}>{t('app.cancel')}</Button>
        </>
      }
    >
      <form
        id="create-process"
        className="gpm-stack"
        onSubmit={(event) => {
          event.preventDefault();
          creating.mutate();
        }}
      >
        {creating.isError && <FailureNotice error={creating.error} />}
        <Input
          label={t('catalogue.create.name')}
          hint={t('catalogue.create.nameHint')}
          value={name}
          onChange={setName}
          required
        />
        <Input
          label={t('catalogue.create.key')}
          hint={t('catalogue.create.keyHint')}
          value={key}
          onChange={setOwnKey}
          required
        />
        <Select
          label={t('catalogue.field')}
          value={policyField}
          options={fields.map((item) => [item.key, item.name])}
          onChange={setField}
        />
        {groups.length === 0 ? (
          <p className="kern-body">{t('catalogue.create.noGroup')}</p>
        ) : (
          <Select
            label={t('catalogue.group')}
            value={groupKey}
            options={groups.map((item) => [item.key, item.name])}
            onChange={setGroup}
          />
        )}
      </form>
    </Dialog>
  );
}
