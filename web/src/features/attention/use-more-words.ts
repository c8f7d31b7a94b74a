'use client';

import { useTranslations } from 'next-intl';
import type en from '../../../messages/en.json';
import { useAge } from '../../time/use-age.ts';
import { useLength } from '../../time/use-length.ts';
import type { Exception } from '../journey/shipment.graphql.ts';
import { useNames } from '../journey/use-names.ts';
import { runName } from './run-name.ts';
import type { ExceptionWords } from './use-exception-words.ts';

type Told = Pick<Exception, 'kind' | 'of' | 'figures'>;
type PaperKey = keyof typeof en.attention.papers;

/** Words of connections, steps, papers, temperatures, sources and routes. */
export function useMoreWords(): (exception: Told) => ExceptionWords {
  const t = useTranslations('attention');
  const names = useNames();
  const age = useAge();
  const length = useLength();
  const instant = (at: string | null) => (at === null ? '' : age(at));
  return ({ kind, of, figures }) => {
    switch (kind) {
      case 'MISSED_CONNECTION': {
        const onward = figures.onwardName ?? (figures.onwardRun ? runName(figures.onwardRun.value) : 'none');
        const inbound = figures.inboundName ?? (figures.inboundRun ? runName(figures.inboundRun.value) : '');
        if (of === 'MISSED')
          return { title: t('MISSED_CONNECTION', { onward }), detail: figures.departs ? t('leftWithout', { departs: instant(figures.departs), inbound }) : null };
        const odds = Math.round((figures.odds ?? 0) * 100);
        return {
          title: t('connectionAtRisk', { onward }),
          detail: t('odds', { basis: figures.oddsBasis ?? 'HOUSE_BAND', odds, inbound, arrives: instant(figures.arrives), until: instant(figures.until) }),
        };
      }
      case 'STEP_OVERDUE':
        return {
          title: t('STEP_OVERDUE', { step: figures.step ? names.nextStep(figures.step, null) : 'none' }),
          detail: figures.until ? t('wasDue', { age: age(figures.until) }) : null,
        };
      case 'DOCUMENT_MISMATCH': {
        const papers = (figures.papers ?? '').split(', ').map((paper) => t(`papers.${paper as PaperKey}`)).join(' / ');
        return { title: t('DOCUMENT_MISMATCH', { field: of ?? 'other' }), detail: t('papersSay', { papers, says: figures.says ?? '' }) };
      }
      case 'REEFER_OUT_OF_RANGE':
        return {
          title: t('REEFER_OUT_OF_RANGE'),
          detail: t('degrees', { measured: figures.measured ?? 0, min: String(figures.min ?? 'none'), max: String(figures.max ?? 'none'), length: figures.since ? length(figures.since) : '' }),
        };
      case 'SILENT_SOURCE':
        return {
          title: t('SILENT_SOURCE', { kind: of ?? 'other', source: figures.source ?? '' }),
          detail: figures.until
            ? t('wasSilent', { age: instant(figures.since), until: instant(figures.until) })
            : t('notKnown', { kind: of ?? 'other', age: instant(figures.since) }),
        };
      default:
        return {
          title: t('ROUTE_DEVIATION', { what: of ?? 'other' }),
          detail: figures.offNm !== null ? t('offWay', { nm: figures.offNm }) : figures.planned ? t('schedule', { planned: figures.planned }) : null,
        };
    }
  };
} // prettier-ignore
