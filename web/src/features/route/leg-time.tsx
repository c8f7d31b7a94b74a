'use client';

import { useTranslations } from 'next-intl';
import { durationOf } from '../../time/age.ts';
import { ReportedTimeText } from '../../time/reported-time.tsx';
import { Mark } from '../../ui/mark.tsx';
import type { Leg } from '../journey/shipment.graphql.ts';
import { bestTime } from './best-time.ts';
import styles from './legs-panel.module.css';

interface LegTimeProps {
  readonly leg: Leg;
  readonly end: 'departure' | 'arrival';
}

/** When a leg begins or ends, by the surest that is known, and how late that is. */
export function LegTime({ leg, end }: LegTimeProps) {
  const t = useTranslations();
  const isDeparture = end === 'departure';
  const best = isDeparture
    ? bestTime({
        actual: leg.departureActual,
        estimated: leg.departureEstimated,
        planned: leg.departurePlanned,
      })
    : bestTime({ actual: leg.arrivalActual, estimated: leg.arrivalEstimated, planned: leg.arrivalPlanned });
  if (!best) return null;
  const { certainty, time } = best;
  const late = isDeparture ? leg.departureLate : leg.arrivalLate;
  return (
    <span className={styles.time}>
      <Mark certainty={certainty} />
      <span className={styles.more}>
        {t(isDeparture ? 'legs.departed' : 'legs.arrived')}
        {certainty === 'ACTUAL' ? '' : ` (${t(`classifiers.${certainty}`)})`}
      </span>
      <ReportedTimeText time={time} />
      {late === null || certainty === 'PLANNED' ? null : <Late minutes={late} />}
    </span>
  );
}

function Late({ minutes }: { readonly minutes: number }) {
  const t = useTranslations();
  const { unit, count } = durationOf(minutes * 60_000);
  if (unit === 'now') return <span className={styles.more}>{t('journey.onTime')}</span>;
  return (
    <span className={minutes > 0 ? styles.late : styles.more} data-testid="late">
      {t(minutes > 0 ? 'journey.late' : 'journey.early', { length: t('time.length', { unit, count }) })}
    </span>
  );
}
