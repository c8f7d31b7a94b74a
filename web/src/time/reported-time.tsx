'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useNow } from '../features/live/service-clock.tsx';
import styles from './reported-time.module.css';
import { formatMinute, formatUtc, formatWallClock, offsetOf, type ReportedTime } from './wall-clock.ts';

interface ReportedTimeTextProps {
  readonly time: ReportedTime & { readonly zoneSource: 'EXPLICIT' | 'FACILITY' | 'PLACE' | 'SENDER_DEFAULT' };
  /** Leaves out the day where a heading already gives it. */
  readonly minuteOnly?: boolean;
}

/** The wall clock of the place with its offset; UTC and how the zone was known on hover and for readers. */
export function ReportedTimeText({ time, minuteOnly = false }: ReportedTimeTextProps) {
  const t = useTranslations('time');
  const locale = useLocale();
  const now = useNow(3_600_000);
  const offset = offsetOf(time);
  const source = t(`zoneSource.${time.zoneSource}`);
  const hint =
    time.precision === 'DAY'
      ? t('tooltipDay', { zone: time.zone, source })
      : t('tooltip', { utc: formatUtc(time.instant), zone: time.zone, source });
  const text = minuteOnly ? formatMinute(time) : formatWallClock(time, locale, now);
  if (text === null) return null;
  return (
    <time dateTime={time.precision === 'DAY' ? time.local.slice(0, 10) : time.instant} title={hint}>
      <span className={styles.text}>{text}</span>
      {offset ? (
        <>
          {' '}
          <span className={styles.zone} data-assumed={time.zoneSource === 'SENDER_DEFAULT'}>
            {offset}
          </span>
        </>
      ) : null}
    </time>
  );
}
