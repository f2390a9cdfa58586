import { useTranslation } from 'react-i18next';

import { Button } from './Button';
import type { Pages } from './usePages';

/** The way through the pages of a list; nothing when there is only one. */
export function Pager({ pages, next }: { pages: Pages; next: string | null | undefined }) {
  const { t } = useTranslation();
  const hasNext = typeof next === 'string';
  if (pages.isFirst && !hasNext) return null;
  return (
    <nav className="gpm-actions gpm-pager" aria-label={t('app.pages.name')}>
      <Button small icon="keyboard-double-arrow-left" disabled={pages.isFirst} onClick={pages.toFirst}>
        {t('app.pages.first')}
      </Button>
      <Button small icon="chevron-left" disabled={!pages.knowsPrevious} onClick={pages.toPrevious}>
        {t('app.pages.previous')}
      </Button>
      <Button
        small
        icon="chevron-right"
        disabled={!hasNext}
        onClick={() => {
          if (hasNext) pages.toNext(next);
        }}
      >
        {t('app.pages.next')}
      </Button>
    </nav>
  );
}
