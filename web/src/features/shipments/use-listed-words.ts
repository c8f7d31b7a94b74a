'use client';

import { useTranslations } from 'next-intl';
import type { ExceptionKind } from './list-address.ts';

/** More than this would need days, not hours. */
const HOURS = 48;

/** Words of a row: what is wrong in general, since a list has no figures of it; how late something comes. */
export function useListedWords() {
  const t = useTranslations();
  return {
    exception: (kind: ExceptionKind): string => {
      if (kind === 'SILENT_SOURCE') return t('list.silent');
      const any = { part: 'other', charge: 'other', what: 'other', field: 'other', onward: 'none', step: 'none' } as const;
      return t(`attention.${kind}`, any);
    },
    /** Null: on time, as far as hours go. */
    late: (minutes: number): string | null => {
      const hours = Math.round(Math.abs(minutes) / 60);
      if (hours === 0) return null;
      const length = hours < HOURS ? { unit: 'hour', count: hours } : { unit: 'day', count: Math.round(hours / 24) };
      return t(minutes > 0 ? 'list.late' : 'list.early', { length: t('time.length', length) });
    },
  };
} // prettier-ignore
