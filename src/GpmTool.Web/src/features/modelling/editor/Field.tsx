import { type ReactNode, useId } from 'react';

interface FieldProps {
  label: string;
  hint?: string;
  fault?: string | undefined;
  children: (props: {
    id: string;
    'aria-describedby': string | undefined;
    'aria-invalid': true | undefined;
  }) => ReactNode;
}

/** A label with its input, hint and fault, tied together. */
export function Field({ label, hint, fault, children }: FieldProps) {
  const id = useId();
  const notes = [hint === undefined ? '' : `${id}-hint`, fault === undefined ? '' : `${id}-fault`].filter(
    (one) => one !== '',
  );
  return (
    <div className="kern-form-input">
      <label className="kern-label" htmlFor={id}>
        {label}
      </label>
      {hint !== undefined && (
        <div className="kern-hint" id={`${id}-hint`}>
          {hint}
        </div>
      )}
      {children({
        id,
        'aria-describedby': notes.length === 0 ? undefined : notes.join(' '),
        'aria-invalid': fault === undefined ? undefined : true,
      })}
      {fault !== undefined && (
        <p className="kern-error" id={`${id}-fault`} role="alert">
          <span className="kern-icon kern-icon--danger" aria-hidden="true"></span>
          <span className="kern-body">{fault}</span>
        </p>
      )}
    </div>
  );
}
