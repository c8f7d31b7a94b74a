'use client';

import { useTranslations } from 'next-intl';
import { useNow } from '../features/live/service-clock.tsx';
import { durationOf } from './age.ts';

/** "3 days": how long something has lasted by the service's clock, in the language of the page. */
export function useLength(): (since: string) => string {
  const t = useTranslations('time');
  const now = useNow();
  return (since) => {
    const { unit, count } = durationOf(Math.max(0, now - Date.parse(since)));
    return t('length', { unit, count });
  };
}
