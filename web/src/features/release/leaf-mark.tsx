import type { Proof } from '../journey/shipment.graphql.ts';
import styles from './release.module.css';

/** How a condition stands, by shape: tick in a disc, open ring, octagon, dotted ring. Colour only repeats it. */
export function LeafMark({ state }: { readonly state: Proof['state'] }) {
  return (
    <svg className={styles.mark} data-state={state} viewBox="0 0 16 16" aria-hidden="true">
      {state === 'BLOCKED' ? (
        <>
          <path d="M5.2 1.6h5.6l3.6 3.6v5.6l-3.6 3.6H5.2l-3.6-3.6V5.2z" />
          <path className={styles.stroke} d="M5 8h6" />
        </>
      ) : (
        <circle cx="8" cy="8" r="6.2" />
      )}
      {state === 'MET' ? <path className={styles.stroke} d="M5 8.2l2.2 2.2L11.2 6" /> : null}
    </svg>
  );
}
