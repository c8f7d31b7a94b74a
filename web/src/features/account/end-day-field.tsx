'use client';

import { useTranslations } from 'next-intl';
import styles from './account.module.css';
import { dayOf } from './end-day.ts';

interface EndDayFieldProps {
  /** Wall clock of the server, epoch milliseconds, so that both render the same. */
  readonly now: number;
  /** Days from now that are filled in; null: it may stay empty. */
  readonly days: number | null;
}

/** The last day on which something opens; see `withEnd`. */
export function EndDayField({ now, days }: EndDayFieldProps) {
  const t = useTranslations('account');
  return (
    <label className={styles.field}>
      {t('until')}
      <input
        type="date"
        name="day"
        min={dayOf(now)}
        defaultValue={days === null ? '' : dayOf(now, days)}
        required={days !== null}
      />
      <small>{days === null ? t('untilHint') : t('untilHintRequired')}</small>
    </label>
  );
}
