'use client';

import { useComputedColorScheme } from '@mantine/core';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useState, type ReactNode } from 'react';
import { useInBrowser } from '../ui/use-in-browser.ts';
import type { Bounds } from './bounds.ts';
import styles from './map-view.module.css';
import type { EngineProps } from './use-engine.ts';

const MaplibreMap = dynamic(() => import('./maplibre-map.tsx').then((one) => one.MaplibreMap), {
  ssr: false,
});
const MapboxMap = dynamic(() => import('./mapbox-map.tsx').then((one) => one.MapboxMap), { ssr: false });

interface MapViewProps {
  readonly bounds: Bounds;
  /** Mapbox is drawn with a token, MapLibre on this app's own basemap without. */
  readonly mapboxToken: string | null;
  /** Zooms of the map; left out: those of a whole journey. */
  readonly maxZoom?: number;
  readonly fitZoom?: number;
  readonly isWholeScreen?: boolean;
  readonly onPress?: EngineProps['onPress'];
  /** Name of the canvas for those who do not see it. */
  readonly label?: string;
  /** Layers and controls, written against `useMapKit`. */
  readonly children: ReactNode;
}

/** The one map of the app. Loads its engine in the browser only, after the page. */
export function MapView({
  bounds,
  mapboxToken,
  maxZoom = 11,
  fitZoom = 7,
  isWholeScreen = false,
  onPress = null,
  label,
  children,
}: MapViewProps) {
  const t = useTranslations('map');
  const scheme = useComputedColorScheme('light', { getInitialValueInEffect: true });
  const canDraw = useInBrowser<boolean | null>(hasWebgl, null);
  const [drawn, setDrawn] = useState(false);
  const [mapboxFailed, setMapboxFailed] = useState(false);
  const token = mapboxFailed ? null : mapboxToken;
  const engine: Omit<EngineProps, 'token'> = {
    bounds,
    scheme,
    label: label ?? t('canvas'),
    markerLabel: t('marker'),
    maxZoom,
    fitZoom,
    isWholeScreen,
    onPress,
    gestures: { desktop: t('gestureDesktop'), mac: t('gestureMac'), touch: t('gestureTouch') },
    onDrawn: () => setDrawn(true),
    onFailed: () => setMapboxFailed(true),
    children,
  };
  return (
    <div
      className={styles.map}
      data-testid="map"
      data-map-state={canDraw === false ? 'failed' : drawn ? 'drawn' : 'loading'}
      data-map-engine={token ? 'mapbox' : 'maplibre'}
    >
      {canDraw === false ? <p className={styles.note}>{t('failed')}</p> : null}
      {canDraw && !drawn ? <p className={styles.note}>{t('loading')}</p> : null}
      {canDraw ? token ? <MapboxMap {...engine} token={token} /> : <MaplibreMap {...engine} /> : null}
    </div>
  );
}

let webgl: boolean | null = null;

function hasWebgl(): boolean {
  webgl ??= document.createElement('canvas').getContext('webgl2') !== null;
  return webgl;
}
