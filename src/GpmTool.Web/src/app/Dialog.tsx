import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';

interface DialogProps {
  title: string;
  /** Escape, the cross, and the page that closes it; without it the dialog stays until its question is answered. */
  onClose?: () => void;
  /** The buttons below, the one that does it first. */
  actions?: ReactNode;
  wide?: boolean;
  children: ReactNode;
}

/** A modal dialog, open while it is rendered. The focus goes into it, and back to where it came from. */
export function Dialog({ title, onClose, actions, wide = false, children }: DialogProps) {
  const { t } = useTranslation();
  const dialog = useRef<HTMLDialogElement>(null);
  const body = useRef<HTMLElement>(null);
  const id = useId();

  useEffect(() => {
    const element = dialog.current;
    const before = document.activeElement;
    element?.showModal();
    return () => {
      element?.close();
      // The element that opened it may have gone with what the dialog did.
      if (before instanceof HTMLElement && before.isConnected) before.focus();
      else document.querySelector<HTMLElement>('h1')?.focus();
    };
  }, []);

  // What has to be scrolled must be reached by the keyboard, whatever stands in it just now.
  useEffect(() => {
    const { current } = body;
    if (current === null) return;
    if (current.scrollHeight > current.clientHeight) current.tabIndex = 0;
    else current.removeAttribute('tabindex');
  });

  return (
    <dialog
      ref={dialog}
      className={`kern-dialog gpm-dialog${wide ? ' gpm-dialog--wide' : ''}`}
      aria-labelledby={id}
      onCancel={(event) => {
        if (event.target !== dialog.current) return; // a file picker inside was cancelled
        event.preventDefault();
        onClose?.();
      }}
    >
      <header className="kern-dialog__header">
        <h2 className="kern-title kern-title--large" id={id}>
          {title}
        </h2>
        {onClose !== undefined && (
          <button type="button" className="kern-btn kern-btn--tertiary" onClick={onClose}>
            <span className="kern-icon kern-icon--close" aria-hidden="true"></span>
            <span className="kern-label kern-sr-only">{t('app.close')}</span>
          </button>
        )}
      </header>
      <section ref={body} className="kern-dialog__body gpm-dialog__body">
        {children}
      </section>
      {actions !== undefined && <footer className="kern-dialog__footer gpm-dialog__footer">{actions}</footer>}
    </dialog>
  );
}
