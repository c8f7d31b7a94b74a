'use client';

import { useComputedColorScheme } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useEffect, useMemo, useRef, useState } from 'react';
import { nearestLeg } from '../../map/layers/paths/nearest-leg.ts';
import { MapControls } from '../../map/map-controls.tsx';
import { MapView } from '../../map/map-view.tsx';
import type { Journey, PathSegment } from '../journey/shipment.graphql.ts';
import { journeyBounds } from './journey-bounds.ts';
import styles from './map-panel.module.css';
import { shareTravelled } from './share-travelled.ts';

/** Asked for beside the engine of the map, and no part of what the page loads at first. */
const loadLayers = () => import('./journey-layers.tsx');
const JourneyLayers = dynamic(() => loadLayers().then((one) => one.JourneyLayers), { ssr: false });
const PlaceCard = dynamic(() => loadLayers().then((one) => one.PlaceCard), { ssr: false });
const LegCard = dynamic(() => loadLayers().then((one) => one.LegCard), { ssr: false });

interface MapPanelProps {
  readonly journey: Journey;
  /** The instant that is shown, UTC; null: now. */
  readonly asOf: string | null;
  readonly mapboxToken: string | null;
}

/** A place, or a part of the way, of which a card is open. */
type Chosen = { readonly kind: 'PLACE' | 'LEG'; readonly id: string } | null;

/** The way on the map; what is pressed on it tells of itself on a card. The legs beside it say the same in words. */
export function MapPanel({ journey, asOf, mapboxToken }: MapPanelProps) {
  const t = useTranslations('map');
  const scheme = useComputedColorScheme('light', { getInitialValueInEffect: true });
  const { ref, width, height } = useElementSize();
  useEffect(() => void loadLayers(), []);
  const bounds = useMemo(() => journeyBounds(journey), [journey]);
  const { paths, stops } = journey.geometry;
  const [chosen, choose] = useState<Chosen>(null);
  const place = chosen?.kind === 'PLACE' ? stops.find((stop) => stop.place.id === chosen.id)?.place : null;
  const leg = chosen?.kind === 'LEG' ? journey.legs.find(({ id }) => id === chosen.id) : null;
  const press = (longitude: number, latitude: number, reach: number) => {
    const id = nearestLeg(paths, longitude, latitude, reach);
    opener.current = null;
    choose(id === null ? null : { kind: 'LEG', id });
  };
  const opener = useRef<Element | null>(null);
  const choosePlace = (id: string) => {
    opener.current = document.activeElement;
    choose({ kind: 'PLACE', id });
  };
  const close = () => {
    choose(null);
    // Whoever closes a card with the keyboard goes on from the place that opened it.
    if (opener.current instanceof HTMLElement) opener.current.focus();
  };
  return (
    <section className={styles.panel} aria-label={t('title')}>
      <div className={styles.canvas} ref={ref}>
        {bounds ? (
          <MapView bounds={bounds} mapboxToken={mapboxToken} onPress={press}>
            <JourneyLayers
              journey={journey}
              asOf={asOf}
              bounds={bounds}
              scheme={scheme}
              size={{ width, height }}
              selected={place?.id ?? null}
              select={choosePlace}
            />
            <MapControls bounds={bounds} />
          </MapView>
        ) : (
          <p className={styles.nothing}>{t('noPlaces')}</p>
        )}
        <div className={styles.cards}>
          {place ? (
            <PlaceCard
              key={place.id}
              place={place}
              journey={journey}
              selectLeg={(id) => choose({ kind: 'LEG', id })}
              close={close}
            />
          ) : null}
          {leg ? <LegCard key={leg.id} leg={leg} close={close} /> : null}
        </div>
      </div>
      <MapLegend paths={paths} own={!mapboxToken} />
    </section>
  );
}

interface MapLegendProps {
  readonly paths: readonly PathSegment[];
  readonly own: boolean;
}

function MapLegend({ paths, own }: MapLegendProps) {
  const t = useTranslations('map');
  const share = shareTravelled(paths);
  return (
    <p className={styles.legend}>
      <span>
        <i data-line="travelled" />{' '}
        <span data-testid="travelled">
          {share === null ? t('travelled') : t('travelledShare', { percent: Math.floor(share * 100) })}
        </span>
      </span>
      <span>
        <i data-line="planned" /> {t('planned')}
      </span>
      {paths.some((path) => path.basis === 'STRAIGHT') ? (
        <span>
          <i data-line="approximate" /> {t('approximate')}
        </span>
      ) : null}
      {own ? <span className={styles.credit}>{t('coast')}</span> : null}
    </p>
  );
}
