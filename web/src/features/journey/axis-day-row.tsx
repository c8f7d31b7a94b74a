'use client';

import { useLocale, useTranslations } from 'next-intl';
import { formatDay, formatWeekday } from '../../time/wall-clock.ts';
import { useNow } from '../live/service-clock.tsx';
import styles from './axis-day-row.module.css';
import { GroupEntry } from './group-entry.tsx';
import type { MilestoneGroup } from './group-milestones.ts';
import type { AxisDay } from './shared-axis.ts';

interface AxisDayRowProps {
  readonly day: AxisDay;
  readonly fresh: ReadonlySet<string>;
}

/** One day of the shared axis: logistics on its left, papers on its right. */
export function AxisDayRow({ day, fresh }: AxisDayRowProps) {
  const t = useTranslations('lines');
  const locale = useLocale();
  const now = useNow(3_600_000);
  return (
    <li className={styles.day} data-side={day.side}>
      <h3 className={styles.date}>
        <time dateTime={day.date}>
          {formatDay(day.date, locale, now)}{' '}
          <span className={styles.weekday}>{formatWeekday(day.date, locale)}</span>
        </time>
      </h3>
      <Side name={t('logistics')} dimension="LOGISTICS" groups={day.logistics} fresh={fresh} />
      <Side name={t('documents')} dimension="DOCUMENT" groups={day.documents} fresh={fresh} />
      {day.quietDaysBelow > 0 ? (
        <p className={styles.gap}>{t(`gap_${day.side}`, { count: day.quietDaysBelow })}</p>
      ) : null}
    </li>
  );
}

interface SideProps {
  readonly name: string;
  readonly dimension: 'LOGISTICS' | 'DOCUMENT';
  readonly groups: readonly MilestoneGroup[];
  readonly fresh: ReadonlySet<string>;
}

function Side({ name, dimension, groups, fresh }: SideProps) {
  if (groups.length === 0)
    return <div className={styles.side} data-dimension={dimension} data-empty="true" />;
  return (
    <ul className={styles.side} data-dimension={dimension} aria-label={name}>
      {groups.map((group) => (
        <GroupEntry key={group.key} group={group} fresh={fresh} />
      ))}
    </ul>
  );
}
