'use client';

import { useComputedColorScheme } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useEffect, useMemo } from 'react';
import { MapView } from '../../map/map-view.tsx';
import type { Journey, PathSegment } from '../journey/shipment.graphql.ts';
import { journeyBounds } from './journey-bounds.ts';
import styles from './map-panel.module.css';
import { shareTravelled } from './share-travelled.ts';
import type { Choosing } from './use-chosen.ts';

/** Asked for beside the engine of the map, and no part of what the page loads at first. */
const loadLayers = () => import('./journey-layers.tsx');
const JourneyLayers = dynamic(() => loadLayers().then((one) => one.JourneyLayers), { ssr: false });
const JourneyCard = dynamic(() => loadLayers().then((one) => one.JourneyCard), { ssr: false });

interface MapPanelProps extends Choosing {
  readonly journey: Journey;
  /** The instant that is shown, UTC; null: now. */
  readonly asOf: string | null;
  readonly mapboxToken: string | null;
}

/** The way on the map; what is pressed on it tells of itself on a card. The legs beside it say the same in words. */
export function MapPanel({ journey, asOf, mapboxToken, chosen, choose }: MapPanelProps) {
  const t = useTranslations('map');
  const scheme = useComputedColorScheme('light', { getInitialValueInEffect: true });
  const { ref, width, height } = useElementSize();
  useEffect(() => void loadLayers(), []);
  const bounds = useMemo(() => journeyBounds(journey), [journey]);
  const { paths } = journey.geometry;
  const press = (longitude: number, latitude: number, reach: number) =>
    void loadLayers().then(({ nearestLeg }) => {
      const leg = nearestLeg(paths, longitude, latitude, reach);
      choose(leg === null ? '' : `leg-${leg}`);
    });
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
              chosen={chosen}
              choose={choose}
            />
          </MapView>
        ) : (
          <p className={styles.nothing}>{t('noPlaces')}</p>
        )}
        <div className={styles.cards}>
          <JourneyCard journey={journey} chosen={chosen} choose={choose} />
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
