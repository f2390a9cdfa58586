import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';

import { Help } from './Help';

interface PageProps {
  /** The heading, and the title of the document. */
  title: string;
  lead?: ReactNode;
  /** What the page is for and how it is used, in a few sentences. */
  help?: ReactNode;
  /** Buttons and links beside the heading. */
  actions?: ReactNode;
  children: ReactNode;
}

/**
 * What every page begins with. Who follows a link gets the focus on the heading of the page it leads to, so that a
 * screen reader says where one is.
 */
export function Page({ title, lead, help, actions, children }: PageProps) {
  const { t } = useTranslation();
  const { key, pathname } = useLocation();
  const heading = useRef<HTMLHeadingElement>(null);
  const isFirst = key === 'default'; // the page that was opened by its address begins where the browser begins

  useEffect(() => {
    document.title = t('app.title', { page: title });
  }, [t, title]);

  useEffect(() => {
    if (!isFirst) heading.current?.focus({ preventScroll: true });
    // A new address of the same page, such as the next process, counts; a changed filter does not.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [pathname]);

  return (
    <>
      <div className="gpm-page-head">
        <h1 className="kern-heading-large" tabIndex={-1} ref={heading}>
          {title}
        </h1>
        {actions !== undefined && <div className="gpm-actions">{actions}</div>}
      </div>
      {lead !== undefined && lead !== null && <p className="kern-body gpm-lead">{lead}</p>}
      {help !== undefined && <Help>{help}</Help>}
      {children}
    </>
  );
}
