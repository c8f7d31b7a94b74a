'use client';

import { useTranslations } from 'next-intl';
import { useMapKit } from '../../map-kit.ts';
import styles from './cluster-layer.module.css';
import { clustersOf, type Crowding } from './clusters-of.ts';

/** From this zoom on each thing is drawn for itself: the API leaves none out. */
const APART_ZOOM = 9;
/** More marks than this are no overview. */
const MOST = 60;

/** How many lie where they would lie over one another; pressed, it comes so near that they come apart. */
export function ClusterLayer({ things }: { readonly things: readonly Crowding[] }) {
  const t = useTranslations('map');
  const { Marker, fit, viewed } = useMapKit();
  const zoom = viewed()?.zoom ?? APART_ZOOM;
  if (zoom >= APART_ZOOM) return null;
  return clustersOf(things, zoom, MOST).map(({ id, count, latitude, longitude, bounds }) => (
    <Marker key={id} longitude={longitude} latitude={latitude} style={{ zIndex: 3 }}>
      <button
        type="button"
        className={styles.cluster}
        data-testid="cluster"
        data-many={count >= 100}
        aria-label={t('cluster', { count })}
        title={t('cluster', { count })}
        onClick={(event) => {
          // The map would take it for a press beside all things.
          event.stopPropagation();
          // The mark goes when the map has come nearer: whoever pressed it goes on from the map.
          event.currentTarget.closest('[data-testid="map"]')?.querySelector('canvas')?.focus();
          fit(bounds);
        }}
      >
        {count}
      </button>
    </Marker>
  ));
}
