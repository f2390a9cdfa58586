import './comparisons.css';

import { useTranslation } from 'react-i18next';

import { Page } from '../../app/Page';
import { Compared } from './Compared';
import { KeyHelp } from './KeyHelp';
import { Sides } from './Sides';
import { usePageState } from './usePageState';

/** Any two versions compared: drawings, differences, figures, decisions, taking over. */
export default function ComparisonPage() {
  const { t } = useTranslation();
  const [state, change] = usePageState();
  const { left, right } = state;
  return (
    <Page
      title={t('comparisons.title')}
      lead={left === null || right === null ? t('comparisons.lead') : undefined}
      help={<KeyHelp />}
    >
      <div className="gpm-comparison">
        <Sides
          left={left}
          right={right}
          onChange={(left, right) => {
            change({ left, right, operation: null });
          }}
        />
        {left !== null && right !== null && (
          <Compared key={`${left.modelId} ${right.modelId}`} left={left} right={right} state={state} change={change} />
        )}
      </div>
    </Page>
  );
}
