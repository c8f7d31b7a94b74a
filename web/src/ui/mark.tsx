import styles from './mark.module.css';

export type Certainty = 'ACTUAL' | 'ESTIMATED' | 'PLANNED' | 'REQUESTED';

/**
 * How sure a line is, by shape: full disc, half disc, open ring, open diamond; a ring with a dot is what happened as this
 * service concludes, a dotted ring what nothing stands behind. Colour only repeats it.
 */
export function Mark({
  certainty,
  derived = false,
  guess = false,
}: {
  readonly certainty: Certainty;
  readonly derived?: boolean;
  readonly guess?: boolean;
}) {
  const isConcluded = derived && certainty === 'ACTUAL' && !guess;
  return (
    <svg
      className={styles.mark}
      data-certainty={certainty}
      data-guess={guess}
      data-derived={isConcluded}
      viewBox="0 0 14 14"
      aria-hidden="true"
    >
      {certainty === 'REQUESTED' ? <path d="M7 1.6 12.4 7 7 12.4 1.6 7z" /> : <circle cx="7" cy="7" r="5" />}
      {isConcluded ? <circle className={styles.dot} cx="7" cy="7" r="2.2" /> : null}
      {certainty === 'ESTIMATED' && !guess ? <path className={styles.half} d="M7 2a5 5 0 0 0 0 10z" /> : null}
    </svg>
  );
}
