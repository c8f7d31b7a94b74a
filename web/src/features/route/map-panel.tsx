'use client';

import { useComputedColorScheme } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { LivePositionLayer } from '../../map/layers/live-position/live-position-layer.tsx';
import { PathLayer } from '../../map/layers/paths/path-layer.tsx';
import { StopLayer } from '../../map/layers/stops/stop-layer.tsx';
import { MapControls } from '../../map/map-controls.tsx';
import { MapView } from '../../map/map-view.tsx';
import type { Journey } from '../journey/shipment.graphql.ts';
import { journeyBounds } from './journey-bounds.ts';
import styles from './map-panel.module.css';

interface MapPanelProps {
  readonly journey: Journey;
  readonly mapboxToken: string | null;
}

/** The way on the map. The legs beside it say the same in words. */
export function MapPanel({ journey, mapboxToken }: MapPanelProps) {
  const t = useTranslations('map');
  const scheme = useComputedColorScheme('light', { getInitialValueInEffect: true });
  const { ref, width, height } = useElementSize();
  const bounds = useMemo(() => journeyBounds(journey), [journey]);
  const { paths, stops } = journey.geometry;
  return (
    <section className={styles.panel} aria-label={t('title')}>
      <div className={styles.canvas} ref={ref}>
        {bounds ? (
          <MapView bounds={bounds} mapboxToken={mapboxToken}>
            <PathLayer paths={paths} scheme={scheme} />
            <StopLayer
              stops={stops}
              livePosition={journey.livePositions[0] ?? null}
              size={{ width, height }}
            />
            {journey.livePositions
              .map((position, index) => (
                <LivePositionLayer
                  key={`${position.means} ${position.name ?? index}`}
                  position={position}
                  isFirst={index === 0}
                  size={{ width, height }}
                />
              ))
              .toReversed()}
            <MapControls bounds={bounds} />
          </MapView>
        ) : (
          <p className={styles.nothing}>{t('noPlaces')}</p>
        )}
      </div>
      <MapLegend approximate={paths.some((path) => path.basis === 'STRAIGHT')} own={!mapboxToken} />
    </section>
  );
}

function MapLegend({ approximate, own }: { readonly approximate: boolean; readonly own: boolean }) {
  const t = useTranslations('map');
  return (
    <p className={styles.legend}>
      <span>
        <i data-line="travelled" /> {t('travelled')}
      </span>
      <span>
        <i data-line="planned" /> {t('planned')}
      </span>
      {approximate ? (
        <span>
          <i data-line="approximate" /> {t('approximate')}
        </span>
      ) : null}
      {own ? <span className={styles.credit}>{t('coast')}</span> : null}
    </p>
  );
}
