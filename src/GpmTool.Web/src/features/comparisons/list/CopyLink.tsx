import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { announce } from '../../../app/announce';
import { at } from '../../../api/address';
import { Button } from '../../../app/Button';
import { linkTo, type Side } from '../address';

interface CopyLinkProps {
  left: Side;
  right: Side;
  operation: string;
}

/** Copies the link to a difference; where the browser forbids that, shows it to be copied by hand. */
export function CopyLink({ left, right, operation }: CopyLinkProps) {
  const { t } = useTranslation();
  const [state, setState] = useState<'copied' | 'forbidden' | null>(null);
  const link = new URL(`${at('comparisons')}?${linkTo(left, right, operation)}`, document.baseURI).href;
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(link);
      setState('copied');
      announce(t('comparisons.link.copied'));
    } catch {
      setState('forbidden'); // no secure connection, or the browser was told so
    }
  };
  if (state === 'forbidden') {
    return (
      <input
        className="kern-form-input__input"
        readOnly
        aria-label={t('comparisons.link.copyByHand')}
        value={link}
        ref={(input) => {
          input?.select();
        }}
      />
    );
  }
  return (
    <Button small look="tertiary" icon="content-copy" onClick={() => void copy()}>
      {t(state === 'copied' ? 'comparisons.link.copied' : 'comparisons.link.copy')}
    </Button>
  );
}
