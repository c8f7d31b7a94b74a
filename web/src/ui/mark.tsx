import styles from './mark.module.css';

export type Certainty = 'ACTUAL' | 'ESTIMATED' | 'PLANNED' | 'REQUESTED';

/** How sure a line is, by shape: full disc, half disc, open ring, open diamond. Colour only repeats it. */
export function Mark({
  certainty,
  guess = false,
}: {
  readonly certainty: Certainty;
  readonly guess?: boolean;
}) {
  return (
    <svg
      className={styles.mark}
      data-certainty={certainty}
      data-guess={guess}
      viewBox="0 0 14 14"
      aria-hidden="true"
    >
      {certainty === 'REQUESTED' ? <path d="M7 1.6 12.4 7 7 12.4 1.6 7z" /> : <circle cx="7" cy="7" r="5" />}
      {certainty === 'ESTIMATED' ? <path className={styles.half} d="M7 2a5 5 0 0 0 0 10z" /> : null}
    </svg>
  );
}
