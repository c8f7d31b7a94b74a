'use client';

import { useTranslations } from 'next-intl';
import type en from '../../../messages/en.json';

type RepairKey = keyof typeof en.search.repairs;

/** What was changed to read a number, in words; a repair without words is left out rather than shown as a code. */
export function useRepairs(): (repairs: readonly string[]) => string[] {
  const t = useTranslations('search.repairs');
  return (repairs) => repairs.filter((one) => t.has(one as RepairKey)).map((one) => t(one as RepairKey));
}
