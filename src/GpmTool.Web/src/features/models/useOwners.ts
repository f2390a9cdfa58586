import { useTranslation } from 'react-i18next';

import type { Schema } from '../../api/client';
import { useMe } from '../../app/me';
import { may } from '../../app/rights';
import { useAuthorities } from '../catalogue/masterData';
import type { Model } from './queries';

/** Whose model of this process the reader may create, as key and name; the empty key is the Soll's. What exists is not among them. */
export function useOwners({ policyField, archivedAt }: Schema['ProcessResponse'], models: readonly Model[]) {
  const { t } = useTranslation();
  const me = useMe();
  const authorities = useAuthorities().data?.items ?? [];
  if (typeof archivedAt === 'string') return [];
  const isThere = (owner: string) => models.some(({ authority }) => (authority ?? '') === owner);
  const owners: [string, string][] = [];
  if (!isThere('') && may(me, 'editModels', { policyField, authority: null }))
    owners.push(['', t('models.create.soll')]);
  for (const { key, name } of authorities)
    if (!isThere(key) && may(me, 'editModels', { policyField, authority: key }))
      owners.push([key, t('models.create.ist', { authority: name })]);
  return owners;
}
