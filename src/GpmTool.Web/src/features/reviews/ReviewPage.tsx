import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';

import { api, data, type Schema } from '../../api/client';
import { Badge, type Look } from '../../app/Badge';
import { Button, ButtonLink } from '../../app/Button';
import { useDownload } from '../../app/download';
import { FailureNotice } from '../../app/FailureNotice';
import { useFormat } from '../../app/format';
import { Loading } from '../../app/Loading';
import { Notice } from '../../app/Notice';
import { Page } from '../../app/Page';

const looks: Record<Schema['Stance'], Look> = { agreed: 'success', objection: 'danger', notConcerned: 'info' };
const forms = [
  ['html', 'html'],
  ['docx', 'docx'],
  ['markdown', 'md'],
] as const;

/** Where a review stands. */
export default function ReviewPage() {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const download = useDownload();
  const { id = '' } = useParams();
  const review = useQuery({
    queryKey: ['review', id],
    queryFn: () => data(api.GET('/api/v1/reviews/{id}', { params: { path: { id } } })),
  });
  if (review.isPending) return <Loading text={t('reviews.loading')} />;
  if (review.isError) return <FailureNotice error={review.error} onRetry={() => void review.refetch()} />;
  const { process, processName, round, rounds, state, deadline, quorum, reviewers } = review.data;
  return (
    <Page
      title={t('reviews.title', { process: processName })}
      lead={t('reviews.lead', {
        version: rounds.at(-1)?.version,
        round,
        state: t(`reviews.states.${state}`, { date: format.dateTime(deadline) }),
      })}
      help={t('reviews.help')}
      actions={<ButtonLink to={`/processes/${process}`}>{t('reviews.toProcess')}</ButtonLink>}
    >
      <div className="gpm-stack">
        <Notice look={quorum.holds ? 'success' : quorum.isBlocked ? 'warning' : 'info'} title={quorum.why} />
        <table className="kern-table gpm-table">
          <caption className="kern-heading-medium">{t('reviews.reviewers')}</caption>
          <thead className="kern-table__head">
            <tr className="kern-table__row">
              {(['authority', 'stance', 'openDifferences'] as const).map((column) => (
                <th key={column} scope="col" className="kern-table__header">
                  {t(`reviews.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="kern-table__body">
            {reviewers.map(({ authority, name, stance, openDifferences }) => (
              <tr key={authority} className="kern-table__row">
                <th scope="row" className="kern-table__header">
                  {name}
                </th>
                <td className="kern-table__cell" data-column={t('reviews.stance')}>
                  {stance ? (
                    <Badge look={looks[stance]} icon>
                      {t(`reviews.stances.${stance}`)}
                    </Badge>
                  ) : (
                    t('reviews.stances.none')
                  )}
                </td>
                <td className="kern-table__cell" data-column={t('reviews.openDifferences')}>
                  {format.number(openDifferences)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        <section aria-labelledby="minutes">
          <h2 className="kern-heading-medium" id="minutes">
            {t('reviews.minutes')}
          </h2>
          <div className="gpm-actions">
            {forms.map(([form, extension]) => (
              <Button
                key={form}
                icon="download"
                onClick={() => {
                  download.mutate({
                    path: `api/v1/reviews/${id}/minutes?form=${form}&lang=${i18n.language}`,
                    name: `mitzeichnung-${process}.${extension}`,
                  });
                }}
              >
                {t(`reviews.${form}`)}
              </Button>
            ))}
          </div>
          {download.isError && <FailureNotice error={download.error} />}
        </section>
      </div>
    </Page>
  );
}
