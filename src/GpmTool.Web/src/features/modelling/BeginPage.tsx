import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams, useSearchParams } from 'react-router';

import { api, data } from '../../api/client';
import { Button } from '../../app/Button';
import { FailureNotice } from '../../app/FailureNotice';
import { Loading } from '../../app/Loading';
import { useMe } from '../../app/me';
import { Notice } from '../../app/Notice';
import { Page } from '../../app/Page';
import { may } from '../../app/rights';
import { createModel } from './documents';
import { Field, Select } from './editor/Fields';

/** Begins an Ist (or, with `?stage=soll`, the Soll) of a process from nothing. */
export default function BeginPage() {
  const { t } = useTranslation();
  const { key = '' } = useParams();
  const [query] = useSearchParams();
  const stage = query.get('stage') === 'soll' ? 'soll' : 'ist';
  const me = useMe();
  const process = useQuery({
    queryKey: ['processes', key],
    queryFn: () => data(api.GET('/api/v1/processes/{key}', { params: { path: { key } } })),
  });
  const authorities = useQuery({
    queryKey: ['authorities', 'all'],
    queryFn: () => data(api.GET('/api/v1/authorities', { params: { query: { limit: 200 } } })),
  });
  const failure = process.error ?? authorities.error;
  const title = t('modelling.begin.title', {
    stage: t(`app.stages.${stage}`),
    process: process.data?.content.name ?? '…',
  });
  if (failure !== null)
    return (
      <Page title={title}>
        <FailureNotice
          error={failure}
          onRetry={() => {
            void process.refetch();
            void authorities.refetch();
          }}
        />
      </Page>
    );
  if (!process.isSuccess || !authorities.isSuccess)
    return (
      <Page title={title}>
        <Loading />
      </Page>
    );

  const { policyField } = process.data;
  const own = authorities.data.items.filter((one) => may(me, 'editModels', { policyField, authority: one.key }));
  const isAllowed = stage === 'soll' ? may(me, 'editModels', { policyField, authority: null }) : own.length > 0;
  return (
    <Page title={title} lead={t('modelling.begin.lead')}>
      {isAllowed ? (
        <BeginForm
          process={key}
          stage={stage}
          name={process.data.content.name}
          authorities={stage === 'soll' ? [] : own}
          preferred={query.get('authority')}
        />
      ) : (
        <Notice look="info" title={t('modelling.begin.notAllowed')} />
      )}
    </Page>
  );
}

interface BeginFormProps {
  process: string;
  stage: 'ist' | 'soll';
  name: string;
  authorities: { key: string; name: string }[];
  preferred: string | null;
}

function BeginForm({ process, stage, name: processName, authorities, preferred }: BeginFormProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [name, setName] = useState(processName);
  const [authority, setAuthority] = useState(
    authorities.find((one) => one.key === preferred)?.key ?? authorities[0]?.key,
  );
  const begin = useMutation({
    mutationFn: () => createModel(process, stage, authority, name.trim() === '' ? processName : name.trim()),
    onSuccess: (id) => navigate(`/models/${id}/edit`),
  });
  return (
    <form
      className="gpm-form"
      onSubmit={(event) => {
        event.preventDefault();
        begin.mutate();
      }}
    >
      {authorities.length > 0 && (
        <Select
          label={t('modelling.begin.authority')}
          value={authority ?? ''}
          options={authorities.map((one) => ({ value: one.key, label: one.name }))}
          onChange={setAuthority}
        />
      )}
      <Field label={t('modelling.begin.name')} hint={t('modelling.begin.nameHint')}>
        {(props) => (
          <input
            {...props}
            className="kern-form-input__input"
            value={name}
            maxLength={200}
            onChange={(event) => {
              setName(event.target.value);
            }}
          />
        )}
      </Field>
      <Button look="primary" type="submit" disabled={begin.isPending}>
        {t('modelling.begin.submit')}
      </Button>
      {begin.isError && <FailureNotice error={begin.error} />}
    </form>
  );
}
