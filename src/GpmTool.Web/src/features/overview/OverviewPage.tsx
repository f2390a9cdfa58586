import './overview.css';

import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';

import { api, data } from '../../api/client';
import { FailureNotice } from '../../app/FailureNotice';
import { Loading } from '../../app/Loading';
import { Page } from '../../app/Page';
import { Select } from '../../app/Select';
import { Deadlines } from '../notifications/Deadlines';
import { Inbox } from '../notifications/Inbox';
import { FieldMap } from './FieldMap';
import { NoFields } from './NoFields';
import { Publications } from './Publications';

export default function OverviewPage() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const fields = useQuery({
    queryKey: ['policy-fields'],
    queryFn: () => data(api.GET('/api/v1/policy-fields', { params: { query: { limit: 200 } } })),
  });
  const all = fields.data?.items ?? [];
  const field = all.find((item) => item.key === search.get('field')) ?? all[0];
  return (
    <Page title={t('overview.title')} lead={t('overview.lead')} help={<p>{t('overview.help')}</p>}>
      <div className="gpm-overview">
        <section className="gpm-overview__map" aria-labelledby="map">
          <div className="gpm-map__head">
            <h2 id="map" className="kern-heading-medium">
              {t('overview.map.heading')}
            </h2>
            {all.length > 0 && (
              <Select
                label={t('overview.field')}
                value={field?.key ?? ''}
                options={all.map((item) => [item.key, item.name])}
                onChange={(key) => {
                  setSearch({ field: key }, { preventScrollReset: true });
                }}
              />
            )}
          </div>
          {fields.isPending && <Loading text={t('overview.map.loading')} />}
          {fields.isError && <FailureNotice error={fields.error} onRetry={() => void fields.refetch()} />}
          {fields.isSuccess && field === undefined && <NoFields />}
          {field !== undefined && <FieldMap key={field.key} field={field} />}
        </section>
        <div className="gpm-overview__aside">
          <Inbox />
          <Deadlines />
          <Publications />
        </div>
      </div>
    </Page>
  );
}
