import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import type { Schema } from '../api/client';

export type Look = 'info' | 'success' | 'warning' | 'danger';

/** A short label; its look only underlines what its words say. */
export function Badge({ look = 'info', icon, children }: { look?: Look; icon?: boolean; children: ReactNode }) {
  return (
    <span className={`kern-badge kern-badge--${look} kern-badge--small`}>
      {icon === true && <span className={`kern-icon kern-icon--${look}`} aria-hidden="true"></span>}
      <span className="kern-label">{children}</span>
    </span>
  );
}

type ModelState = Schema['ModelState'];

const looks: Record<ModelState, Look> = {
  draft: 'warning',
  methodReview: 'warning',
  coSignature: 'warning',
  approved: 'info',
  published: 'success',
  rollingOut: 'success',
  inForce: 'success',
  superseded: 'info',
  withdrawn: 'danger',
};

/** The state of a Soll. */
export function StateBadge({ state }: { state: ModelState }) {
  const { t } = useTranslation();
  return <Badge look={looks[state]}>{t(`app.states.${state}`)}</Badge>;
}
