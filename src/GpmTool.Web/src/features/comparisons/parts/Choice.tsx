interface ChoiceProps<T extends string> {
  name: string;
  value: T;
  options: readonly { value: T; label: string }[];
  onChange: (value: T) => void;
}

/** One of a few, as a row of radio buttons that look like one switch. */
export function Choice<T extends string>({ name, value, options, onChange }: ChoiceProps<T>) {
  return (
    <fieldset className="gpm-choice">
      <legend className="kern-sr-only">{name}</legend>
      {options.map((option) => (
        <label key={option.value} className="gpm-choice__option">
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            onChange={() => {
              onChange(option.value);
            }}
          />
          <span>{option.label}</span>
        </label>
      ))}
    </fieldset>
  );
}
