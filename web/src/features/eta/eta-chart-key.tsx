'use client';

import { useTranslations } from 'next-intl';
import { useNames } from '../journey/use-names.ts';
import styles from './eta-chart.module.css';
import type { EtaPlot } from './eta-plot.ts';

interface EtaChartKeyProps {
  readonly plot: EtaPlot;
  /** Id of the source that is relied on now; null: none. */
  readonly followed: string | null;
}

/** Which line is whose: by the pattern of its strokes, which colour only repeats. */
export function EtaChartKey({ plot, followed }: EtaChartKeyProps) {
  const t = useTranslations('eta');
  const names = useNames();
  return (
    <ul className={styles.key} aria-label={t('chartKey')}>
      {plot.lines.map(({ source }, index) => (
        <li key={source.id} data-line={source.id === followed ? 'followed' : index % 4}>
          <Sample className={styles.line} />
          {names.source(source)}
        </li>
      ))}
      {plot.answer.length > 0 ? (
        <li>
          <Sample className={styles.answer} />
          {t('followed')}
        </li>
      ) : null}
      {plot.confidence === null ? null : (
        <li>
          <Sample className={styles.band} d="M0 2H26V12H0Z" />
          {t('chartBandKey', { confidence: plot.confidence })}
        </li>
      )}
      {plot.arrived === null ? null : (
        <li>
          <Sample className={styles.arrived} />
          {t('chartArrived')}
        </li>
      )}
    </ul>
  );
}

function Sample({
  className,
  d = 'M0 7H26',
}: {
  readonly className: string | undefined;
  readonly d?: string;
}) {
  return (
    <svg width="26" height="14" viewBox="0 0 26 14" aria-hidden="true">
      <path className={className} d={d} />
    </svg>
  );
}
