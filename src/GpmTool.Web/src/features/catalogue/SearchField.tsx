import { useEffect, useId, useState } from 'react';

interface SearchFieldProps {
  label: string;
  value: string;
  /** Called when the reader paused typing. */
  onChange: (value: string) => void;
}

const pause = 250;

/** A search field that waits for a pause before it asks. */
export function SearchField({ label, value, onChange }: SearchFieldProps) {
  const id = useId();
  const [text, setText] = useState(value);
  const [seen, setSeen] = useState(value);
  if (value !== seen) {
    // Another value came from outside, such as the browser's way back.
    setSeen(value);
    setText(value);
  }

  useEffect(() => {
    if (text === value) return;
    const timer = setTimeout(() => {
      onChange(text);
    }, pause);
    return () => {
      clearTimeout(timer);
    };
  }, [text, value, onChange]);

  return (
    <div className="kern-form-input gpm-field gpm-search">
      <label className="kern-label" htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        type="search"
        className="kern-form-input__input"
        value={text}
        onChange={(event) => {
          setText(event.target.value);
        }}
      />
    </div>
  );
}
