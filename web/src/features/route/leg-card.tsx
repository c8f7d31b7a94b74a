'use client';

import { useTranslations } from 'next-intl';
import { MapCard } from '../../map/map-card.tsx';
import type { Leg } from '../journey/shipment.graphql.ts';
import { useNames } from '../journey/use-names.ts';
import { LegTime } from './leg-time.tsx';
import styles from './map-panel.module.css';

interface LegCardProps {
  readonly leg: Leg;
  readonly close: () => void;
}

/** What carries the cargo on a part of its way, in three lines: from where to where, when it leaves, when it comes. */
export function LegCard({ leg, close }: LegCardProps) {
  const t = useTranslations();
  const names = useNames();
  const { mode, transport, from, to, state, containers } = leg;
  const boxes = containers.length > 0 ? ` · ${t('legs.boxes', { count: containers.length })}` : '';
  return (
    <MapCard title={transport ? names.transport(transport) : t(`modes.${mode}`)} close={close} testId="leg-card">
      <span>
        {from ? names.place(from) : t('legs.unknownPlace')} → {to ? names.place(to) : t('legs.unknownPlace')}
        <span className={styles.soft}> · {t(`legs.${state}`)}{boxes}</span>
      </span>
      <LegTime leg={leg} end="departure" />
      <LegTime leg={leg} end="arrival" />
    </MapCard>
  );
} // prettier-ignore
