'use client';

import { displayNumber } from 'graph-schema/identifiers';
import { useTranslations } from 'next-intl';
import type { Journey, LivePosition } from '../journey/shipment.graphql.ts';

/** What a position is of: `truck 浙A7L602`, `flight CV9737`, `box CSNU 619034 0`. */
export function usePositionWords() {
  const t = useTranslations('position');
  const who = ({ means, name }: Pick<LivePosition, 'means' | 'name'>): string => {
    const called = means === 'CONTAINER' && name !== null ? displayNumber('CONTAINER', name) : name;
    return called === null ? t(`unnamed.${means}`) : t(`of.${means}`, { name: called });
  };
  /** The truck that has the cargo, where no ship, train or flight does; null where none is known to. */
  const truck = ({ currentTransport, livePositions }: Journey): string | null => {
    const found = currentTransport ? undefined : livePositions.find(({ means }) => means === 'TRUCK');
    return found ? who(found) : null;
  };
  return { who, truck };
}
