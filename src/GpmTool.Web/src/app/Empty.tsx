import type { ReactNode } from 'react';

/** Nothing is here yet, and what to do next. */
export function Empty({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="gpm-empty">
      <h2 className="kern-heading-medium">{title}</h2>
      <div className="kern-body">{children}</div>
    </section>
  );
}
