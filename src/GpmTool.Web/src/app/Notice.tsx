import type { ReactNode } from 'react';

interface NoticeProps {
  look: 'info' | 'success' | 'warning' | 'danger';
  title: string;
  /** `alert` interrupts a screen reader, `status` waits; without it nothing is said. */
  role?: 'alert' | 'status';
  children?: ReactNode;
}

/** A notice in KERN's looks. */
export function Notice({ look, title, role, children }: NoticeProps) {
  return (
    <div className={`kern-alert kern-alert--${look} gpm-notice`} role={role}>
      <div className="kern-alert__header">
        <span className={`kern-icon kern-icon--${look}`} aria-hidden="true"></span>
        <p className="kern-title kern-title--small">{title}</p>
      </div>
      {children !== undefined && <div className="kern-alert__body kern-body">{children}</div>}
    </div>
  );
}
