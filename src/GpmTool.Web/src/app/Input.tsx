import { useId } from 'react';

interface InputProps {
  label: string;
  hint?: string;
  value: string;
  onChange: (value: string) => void;
  required?: boolean;
  /** Suggestions, by value and name; other values are possible. */
  suggestions?: readonly (readonly [string, string])[];
}

/** A labelled line of text in KERN's looks. */
export function Input({ label, hint, value, onChange, required = false, suggestions }: InputProps) {
  const id = useId();
  return (
    <div className="kern-form-input gpm-field">
      <label className="kern-label" htmlFor={id}>
        {label}
      </label>
      {hint !== undefined && (
        <div className="kern-hint" id={`${id}-hint`}>
          {hint}
        </div>
      )}
      <input
        id={id}
        className="kern-form-input__input"
        value={value}
        required={required}
        list={suggestions === undefined ? undefined : `${id}-list`}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        onChange={(event) => {
          onChange(event.target.value);
        }}
      />
      {suggestions !== undefined && (
        <datalist id={`${id}-list`}>
          {suggestions.map(([key, name]) => (
            <option key={key} value={key}>
              {name}
            </option>
          ))}
        </datalist>
      )}
    </div>
  );
}
