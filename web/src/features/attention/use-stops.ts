'use client';

import { useTranslations } from 'next-intl';
import type { Journey } from '../journey/shipment.graphql.ts';
import { useNames } from '../journey/use-names.ts';
import { useExceptionWords } from './use-exception-words.ts';
import { whatStops, type Stop } from './what-stops.ts';

/** One stop in words. */
export interface StopWords {
  readonly key: string;
  readonly what: string;
  /** How it weighs: what is grave, what is refused or overdue, what is merely waited for. */
  readonly weight: 'CRITICAL' | 'STOPPED' | 'ATTENTION' | 'WAITING';
  readonly actor: string | null;
  /** ISO 8601, or null where nobody says. */
  readonly since: string | null;
  readonly href: string | null;
}

/** What stops the cargo, worst first, in the language of the page. */
export function useStops(journey: Journey): StopWords[] {
  const t = useTranslations();
  const names = useNames();
  const words = useExceptionWords();
  const inWords = (stop: Stop): StopWords => {
    if (stop.kind === 'EXCEPTION') {
      const { id, kind, severity, actor, openedAt, figures } = stop.exception;
      const isStop = kind === 'CUSTOMS_STUCK' || kind === 'INSPECTION_OVERDUE' || kind === 'TRANSIT_OVERDUE';
      return {
        key: id,
        what: words(stop.exception).title,
        weight: severity === 'CRITICAL' ? 'CRITICAL' : isStop ? 'STOPPED' : 'ATTENTION',
        actor: t(`actors.${actor}`),
        since: figures.since ?? openedAt,
        href: '#attention',
      };
    }
    if (stop.kind === 'LEAF') {
      const { leaf, at } = stop;
      return {
        key: `leaf:${leaf.kind}:${at.container}`,
        what: t(`release.open.${leaf.kind}`),
        weight: leaf.state === 'BLOCKED' ? 'STOPPED' : 'WAITING',
        actor: leaf.actor && t(`actors.${leaf.actor}`),
        since: leaf.since?.instant ?? null,
        href: '#release',
      };
    }
    const { code, since, milestoneId } = stop.hold;
    return {
      key: `hold:${code}:${milestoneId}`,
      what: names.blocker(code),
      weight: 'STOPPED',
      actor: null,
      since,
      href: milestoneId && `#milestone-${milestoneId}`,
    };
  };
  return whatStops(journey).map(inWords);
}
