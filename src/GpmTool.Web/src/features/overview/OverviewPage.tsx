import './overview.css';

import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

import { api, data } from '../../api/client';
import { FailureNotice } from '../../app/FailureNotice';
import { Loading } from '../../app/Loading';
import { Page } from '../../app/Page';
import { Counts } from './Counts';

export default function OverviewPage() {
  const { t } = useTranslation();
  const overview = useQuery({ queryKey: ['overview'], queryFn: () => data(api.GET('/api/v1/overview')) });
  return (
    <Page title={t('overview.title')} lead={t('overview.lead')}>
      {overview.isPending && <Loading text={t('overview.loading')} />}
      {overview.isError && <FailureNotice error={overview.error} onRetry={() => void overview.refetch()} />}
      {overview.isSuccess && <Counts overview={overview.data} />}
    </Page>
  );
}
