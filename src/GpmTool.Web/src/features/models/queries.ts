import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

import { api, data, type Schema } from '../../api/client';
import { keepTogether } from '../../app/format';
import { useAuthorities } from '../catalogue/masterData';

export type Model = Schema['ModelResponse'];

export const useProcess = (key: string) =>
  useQuery({
    queryKey: ['process', key],
    queryFn: () => data(api.GET('/api/v1/processes/{key}', { params: { path: { key } } })),
  });

/** The models of a process that are not archived, the Soll first. */
export const useModels = (key: string) =>
  useQuery({
    queryKey: ['process', key, 'models'],
    queryFn: () => data(api.GET('/api/v1/processes/{key}/models', { params: { path: { key } } })),
    select: (models) => models.filter((model) => typeof model.archivedAt !== 'string'),
  });

export const useFigures = (id: string, number: number) =>
  useQuery({
    queryKey: ['model', id, 'figures', number],
    queryFn: () => data(api.GET('/api/v1/models/{id}/versions/{number}/figures', { params: { path: { id, number } } })),
  });

/** What to call a variant: "Soll" or "Ist Muster-Bezirk A". */
export function useVariantName() {
  const { t } = useTranslation();
  const authorities = useAuthorities().data?.items ?? [];
  return ({ stage, authority }: Model): string => {
    if (stage === 'soll' || typeof authority !== 'string') return t('models.variants.soll');
    const found = authorities.find(({ key }) => key === authority);
    return t('models.variants.ist', { authority: keepTogether(found?.shortName ?? found?.name ?? authority) });
  };
}
