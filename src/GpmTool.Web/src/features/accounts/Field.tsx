import { useId } from 'react';

interface FieldProps {
  label: string;
  hint?: string;
  name: string;
  type: 'email' | 'password' | 'text';
  autoComplete: string;
}

/** A labelled input that must be filled in. */
export function Field({ label, hint, name, type, autoComplete }: FieldProps) {
  const id = useId();
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
      <input
        className="kern-form-input__input"
        id={id}
        name={name}
        type={type}
        autoComplete={autoComplete}
        required
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
      />
    </div>
  );
}
