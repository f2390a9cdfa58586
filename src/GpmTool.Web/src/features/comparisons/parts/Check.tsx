import { useId } from 'react';

interface CheckProps {
  label: string;
  isOn: boolean;
  onChange: (isOn: boolean) => void;
}

/** A checkbox with its label, in KERN's looks. */
export function Check({ label, isOn, onChange }: CheckProps) {
  const id = useId();
  return (
    <div className="kern-form-check gpm-check">
      <input
        className="kern-form-check__checkbox"
        type="checkbox"
        id={id}
        checked={isOn}
        onChange={(event) => {
          onChange(event.target.checked);
        }}
      />
      <label className="kern-label" htmlFor={id}>
        {label}
      </label>
    </div>
  );
}
