'use client';

import { useTranslations } from 'next-intl';
import { useAge } from '../../time/use-age.ts';
import { useNames } from '../journey/use-names.ts';
import type { EtaComputation } from './eta.graphql.ts';

/** What a computed arrival rests on: from which position, how far it is, what it still stops for, and how much is known of that. */
export function Computation({ computation }: { readonly computation: EtaComputation | null }) {
  const t = useTranslations('eta');
  const names = useNames();
  const age = useAge();
  if (!computation) return null;
  const { positionAt, milesLeft, movingHours, stops, stays, passages } = computation;
  const where = (stop: (typeof stops)[number]) =>
    stop.place ? names.place(stop.place) : t.has(`canals.${stop.name as 'SUEZ'}`) ? t(`canals.${stop.name as 'SUEZ'}`) : stop.name;
  return (
    <span data-testid="eta-computation">
      {[
        t('fromPosition', { age: age(positionAt, 'HAPPENED') }),
        t('milesLeft', { miles: Math.round(milesLeft), hours: Math.round(movingHours) }),
        ...stops.map((stop) => t(`stops.${stop.kind}`, { place: where(stop), hours: Math.round(stop.hours) })),
        stays + passages > 0 ? t('learned', { stays, passages }) : t('notLearned'),
      ].join(' · ')}
    </span>
  );
} // prettier-ignore
