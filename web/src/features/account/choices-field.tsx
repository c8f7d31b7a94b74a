import styles from './account.module.css';

interface ChoicesFieldProps {
  readonly name: string;
  readonly legend: string;
  readonly options: readonly (readonly [value: string, label: string])[];
}

/** Any number of things to choose, none of them to begin with. */
export function ChoicesField({ name, legend, options }: ChoicesFieldProps) {
  return (
    <fieldset className={styles.choices}>
      <legend>{legend}</legend>
      <div>
        {options.map(([value, label]) => (
          <label key={value} className={styles.choice}>
            <input type="checkbox" name={name} value={value} />
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
