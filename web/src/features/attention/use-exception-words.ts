'use client';

import { useTranslations } from 'next-intl';
import { useAge } from '../../time/use-age.ts';
import { useLength } from '../../time/use-length.ts';
import type { Exception } from '../journey/shipment.graphql.ts';
import { useNames } from '../journey/use-names.ts';
import { runName } from './run-name.ts';
import { useMoreWords } from './use-more-words.ts';

/** What is wrong, in a few words and then in a sentence, and who has to act. */
export interface ExceptionWords {
  readonly title: string;
  readonly detail: string | null;
}

type Charge = 'DEMURRAGE' | 'DETENTION' | 'STORAGE' | 'GENERAL_ORDER';
const charges: ReadonlySet<string | null> = new Set(['DEMURRAGE', 'DETENTION', 'STORAGE', 'GENERAL_ORDER']);

export function useExceptionWords(): (exception: Exception) => ExceptionWords {
  const t = useTranslations('attention');
  const names = useNames();
  const age = useAge();
  const length = useLength();
  const more = useMoreWords();
  return ({ kind, of, figures }) => {
    const {
      since,
      limitHours,
      until,
      delayHours,
      fromRun,
      toRun,
      sealsBefore,
      sealsAfter,
      planned,
      tariff,
      isConfirmed,
    } = figures;
    const lasts =
      since && limitHours !== null
        ? t('lasts', { length: length(since), limit: hoursOrDays(limitHours, t) })
        : null;
    const deadline = until ? t('deadline', { age: age(until) }) : null;
    switch (kind) {
      case 'CUSTOMS_STUCK':
        return { title: of === null ? t('CUSTOMS_STUCK') : names.blocker(of), detail: lasts };
      case 'INSPECTION_OVERDUE':
        return {
          title: t('INSPECTION_OVERDUE', { what: of ?? 'other' }),
          detail: since && limitHours !== null
              ? t('lastsWorking', { length: length(since), limit: hoursOrDays(limitHours, t) })
              : null,
        }; // prettier-ignore
      case 'DWELL_OVER_LIMIT':
        return { title: t('DWELL_OVER_LIMIT', { part: of ?? 'other' }), detail: lasts };
      case 'LAST_FREE_DAY':
        return {
          title: t('LAST_FREE_DAY', { charge: charges.has(of) ? (of as Charge) : 'other' }),
          detail: deadline && tariff
              ? t(isConfirmed === false ? 'byPractice' : 'byTariff', { deadline, tariff })
              : deadline,
        }; // prettier-ignore
      case 'CUT_OFF_AT_RISK':
        return { title: t('CUT_OFF_AT_RISK', { what: of ?? 'other' }), detail: deadline };
      case 'TRANSIT_OVERDUE':
        return { title: t('TRANSIT_OVERDUE'), detail: deadline };
      case 'ROLLED':
        return {
          title: t('ROLLED', { what: of ?? 'other' }),
          detail: fromRun && toRun && delayHours !== null
              ? t('rolledTo', { from: runName(fromRun.value), to: runName(toRun.value), delay: hoursOrDays(delayHours, t) })
              : null,
        }; // prettier-ignore
      case 'WRONG_PLACE':
        return {
          title: t('WRONG_PLACE', { what: of ?? 'other' }),
          detail: planned ? t('planned', { planned }) : null,
        };
      case 'PORT_OMITTED':
      case 'RETURNED_UNSHIPPED':
        return { title: t(kind), detail: null };
      case 'MISSED_CONNECTION':
      case 'STEP_OVERDUE':
      case 'DOCUMENT_MISMATCH':
      case 'REEFER_OUT_OF_RANGE':
      case 'SILENT_SOURCE':
      case 'ROUTE_DEVIATION':
        return more({ kind, of, figures });
      case 'SEAL_CHANGED':
        return {
          title: t('SEAL_CHANGED'),
          detail: sealsBefore && sealsAfter ? t('seals', { before: sealsBefore, after: sealsAfter }) : null,
        };
    }
  };
}

/** Whole days where they are whole, as rules are written: 72 h is three days, 8 h is 8 h. */
function hoursOrDays(hours: number, t: ReturnType<typeof useTranslations<'attention'>>): string {
  return hours >= 48 && hours % 24 === 0 ? t('days', { count: hours / 24 }) : t('hours', { count: hours });
}
