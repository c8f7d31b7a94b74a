'use client';

import { useTranslations } from 'next-intl';
import type { Phase } from '../journey/shipment.graphql.ts';
import { progressOf } from './progress-of.ts';
import styles from './containers-panel.module.css';

/** How far a box is, as steps of the usual way, with the phase in words. */
export function PhaseProgress({ phase }: { readonly phase: Phase }) {
  const t = useTranslations();
  const { at, total } = progressOf(phase);
  return (
    <span className={styles.progress}>
      <span className={styles.bar} aria-hidden="true">
        {Array.from({ length: total }, (_, step) => (
          <i key={step} data-state={step + 1 < at ? 'done' : step + 1 === at ? 'at' : 'ahead'} />
        ))}
      </span>
      <span>{t(`phases.${phase}`)}</span>
    </span>
  );
}
