'use client';

import { useLocale, useTranslations } from 'next-intl';
import { formatDay, formatWeekday } from '../../time/wall-clock.ts';
import { Panel } from '../../ui/panel.tsx';
import type { MilestoneOfClaim } from '../journey/claim-links.tsx';
import { useNow } from '../live/service-clock.tsx';
import { chargesByDay, chargesInAll } from './charges-by-day.ts';
import { ClockRow } from './clock-row.tsx';
import { groupClocks } from './group-clocks.ts';
import styles from './money.module.css';
import type { DayCharge, FreeTimeClock } from './money.graphql.ts';
import { useAmounts } from './use-amounts.ts';

interface MoneyPanelProps {
  readonly freeTime: readonly FreeTimeClock[];
  readonly charges: readonly DayCharge[];
  readonly milestones: MilestoneOfClaim;
}

/** Until when the boxes are free, by whom, and what the next days cost if nothing moves. */
export function MoneyPanel({ freeTime, charges, milestones }: MoneyPanelProps) {
  const t = useTranslations('money');
  const amounts = useAmounts();
  if (freeTime.length === 0) return null;
  const total = chargesInAll(charges);
  return (
    <Panel id="money" title={t('title')}>
      <ul>
        {groupClocks(freeTime).map((group) => (
          <ClockRow key={group.key} group={group} milestones={milestones} />
        ))}
      </ul>
      {total ? (
        <section className={styles.ahead} aria-label={t('ahead')} data-testid="charges">
          <h3 className={styles.heading}>
            {t('ahead')} <strong>{amounts(total)}</strong>
          </h3>
          <ul className={styles.days}>
            {chargesByDay(charges).map((day) => (
              <li key={day.date} className={styles.day}>
                <Day date={day.date} />
                <strong>{amounts(day)}</strong>
                <span className={styles.soft}>{t('boxes', { count: day.boxes })}</span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </Panel>
  );
}

function Day({ date }: { readonly date: string }) {
  const locale = useLocale();
  const now = useNow(3_600_000);
  return (
    <time dateTime={date}>
      {formatDay(date, locale, now)} {formatWeekday(date, locale)}
    </time>
  );
}
