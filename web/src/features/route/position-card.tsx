'use client';

import { useTranslations } from 'next-intl';
import { MapCard } from '../../map/map-card.tsx';
import type { LivePosition } from '../journey/shipment.graphql.ts';
import { useNames } from '../journey/use-names.ts';
import styles from './map-panel.module.css';
import { useMovementFacts } from './use-movement-facts.ts';
import { usePositionWords } from './use-position-words.ts';

interface PositionCardProps {
  readonly position: LivePosition;
  readonly close: () => void;
}

/** What has the cargo; which way it goes, how fast, and how long ago that was; how that is known, and who says so. */
export function PositionCard({ position, close }: PositionCardProps) {
  const t = useTranslations();
  const names = useNames();
  const { who } = usePositionWords();
  const facts = useMovementFacts();
  const { basis, accuracyMetres, source } = position;
  const known = [
    t(`map.${basis}`),
    accuracyMetres === null ? null : t('position.within', { metres: Math.round(accuracyMetres) }),
    source ? t('position.says', { source: names.source(source) }) : null,
  ];
  return (
    <MapCard title={who(position)} close={close} testId="position-card">
      <span>{facts(position).join(' · ')}</span>
      <span className={styles.soft}>{known.filter((one) => one !== null).join(' · ')}</span>
    </MapCard>
  );
}
