import styles from './account.module.css';

interface ChoicesFieldProps {
  readonly name: string;
  readonly legend: string;
  readonly options: readonly (readonly [value: string, label: string])[];
  /** What is chosen to begin with. */
  readonly chosen?: readonly string[];
}

/** Any number of things to choose. */
export function ChoicesField({ name, legend, options, chosen = [] }: ChoicesFieldProps) {
  return (
    <fieldset className={styles.choices}>
      <legend>{legend}</legend>
      <div>
        {options.map(([value, label]) => (
          <label key={value} className={styles.choice}>
            <input type="checkbox" name={name} value={value} defaultChecked={chosen.includes(value)} />
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
