'use client';

import { useTranslations } from 'next-intl';
import type { Moving } from '../../map/layers/moving/moving-objects.ts';

/** What moves, how fast and where to, each as far as it is told. */
export function useMovementWords(): (moving: Moving) => string[] {
  const t = useTranslations('ports');
  return ({ kind, speedKnots, courseDegrees }) =>
    [
      t(`kinds.${kind}`),
      speedKnots === null ? null : t('speed', { speed: Math.round(speedKnots * 10) / 10 }),
      courseDegrees === null ? null : t('course', { course: Math.round(courseDegrees) }),
    ].filter((one) => one !== null);
}
