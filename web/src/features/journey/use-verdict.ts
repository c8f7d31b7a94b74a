'use client';

import { useLocale, useTranslations } from 'next-intl';
import { formatWallClock } from '../../time/wall-clock.ts';
import { useNow } from '../live/service-clock.tsx';
import { usePositionWords } from '../route/use-position-words.ts';
import { useStops } from '../attention/use-stops.ts';
import type { Journey } from './shipment.graphql.ts';
import { useNames } from './use-names.ts';

interface Verdict {
  /** Where it is. */
  readonly where: string;
  /** What is next and when it is due, a sentence each. */
  readonly ahead: readonly string[];
  /** What stops it, or null. */
  readonly blocked: string | null;
}

/** The answer in a line: where it is, what is next, when it is due, what stops it. */
export function useVerdict(journey: Journey): Verdict {
  const t = useTranslations('journey');
  const locale = useLocale();
  const names = useNames();
  const now = useNow(3_600_000);
  const { truck } = usePositionWords();
  const { phase, currentPlace, currentTransport, last, next, eta } = journey;

  const where = () => {
    if (currentPlace && phase === 'DELIVERED') return t('deliveredAt', { place: names.place(currentPlace) });
    if (currentPlace && phase === 'COMPLETED') return t('completedAt', { place: names.place(currentPlace) });
    if (currentTransport) return t('aboard', { transport: names.transport(currentTransport) });
    const byRoad = truck(journey);
    if (byRoad) return t('aboard', { transport: byRoad });
    if (currentPlace) return t('at', { place: names.place(currentPlace) });
    return last ? names.event(last) : t('whereUnknown');
  };
  const coming = () => {
    if (!next) return null;
    const step = inSentence(names.nextStep(next.code, currentTransport));
    const what = next.place ? t('nextAt', { step, place: names.place(next.place) }) : t('nextOnly', { step });
    return next.time ? t('withTime', { what, time: formatWallClock(next.time, locale, now) }) : what;
  };
  const due = () => {
    if (!eta?.place || eta.place.id === next?.place?.id) return null;
    return t('due', { place: names.place(eta.place), time: formatWallClock(eta.time, locale, now) });
  };
  const [worst, ...others] = useStops(journey);
  return {
    where: t('sentence', { clause: where() }),
    ahead: [coming(), due()].filter((one) => one !== null).map((clause) => t('sentence', { clause })),
    blocked: worst ? t('blockedBy', { weight: worst.weight, count: others.length, first: worst.what }) : null,
  };
}

/** `Arrival` → `arrival`, but not `VGM`. */
function inSentence(name: string): string {
  return /^[A-Z][a-z]/.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}
