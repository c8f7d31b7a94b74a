'use client';

import { useTranslations } from 'next-intl';
import { useNow } from '../features/live/service-clock.tsx';
import { ageOf } from './age.ts';

/**
 * "3 days ago", "in 5 hours", in the language of the page and by the service's clock. What has happened is never "in a
 * minute", even where the reader's copy of the clock lags: pass `HAPPENED`.
 */
export function useAge(): (instant: string, what?: 'HAPPENED') => string {
  const t = useTranslations('time');
  const now = useNow();
  return (instant, what) => {
    const at = Date.parse(instant);
    const { direction, unit, count } = ageOf(what === 'HAPPENED' ? Math.min(at, now) : at, now);
    if (unit === 'now') return t('now');
    return t(direction, { unit, count });
  };
}
