'use client';

import { useTranslations } from 'next-intl';
import type { DayTotal } from './charges-by-day.ts';

/** `CNY 1,280 + EUR 60`; what is not known is named. Digits are grouped here, so that server and browser agree. */
export function useAmounts(): (total: Pick<DayTotal, 'amounts' | 'isPartial'>) => string {
  const t = useTranslations('money');
  return ({ amounts, isPartial }) =>
    [
      ...amounts.map(({ currency, amount }) => `${currency} ${grouped(amount)}`),
      ...(isPartial ? [t('notKnown')] : []),
    ].join(' + ');
}

export function grouped(amount: number): string {
  const [whole = '', part] = String(Math.round(amount * 100) / 100).split('.');
  const digits = whole.replaceAll(/\B(?=(\d{3})+$)/g, ',');
  return part ? `${digits}.${part.padEnd(2, '0')}` : digits;
}
