'use client';

import { useTranslations } from 'next-intl';
import { useAge } from '../../time/use-age.ts';
import type { LivePosition } from '../journey/shipment.graphql.ts';

/** A nautical mile. */
const KILOMETRES_PER_MILE = 1.852;
const IN_KNOTS: ReadonlySet<LivePosition['means']> = new Set(['VESSEL', 'BARGE', 'AIRCRAFT']);

/** Which way something heads, how fast, in what is usual for it, and how long ago that was. */
export function useMovementFacts(): (position: LivePosition) => string[] {
  const t = useTranslations('map');
  const age = useAge();
  return ({ means, headingDegrees, courseDegrees, speedKnots, at }) => {
    const heading = headingDegrees ?? courseDegrees;
    return [
      heading === null ? null : t('heading', { degrees: Math.round(heading) }),
      speedKnots === null
        ? null
        : IN_KNOTS.has(means)
          ? t('speed', { speed: Math.round(speedKnots * 10) / 10 })
          : t('roadSpeed', { speed: Math.round(speedKnots * KILOMETRES_PER_MILE) }),
      age(at, 'HAPPENED'),
    ].filter((fact) => fact !== null);
  };
}
