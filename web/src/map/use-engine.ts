'use client';

import { useCallback, useMemo, useRef, useState, type ReactNode, type RefObject } from 'react';
import type { Bounds } from './bounds.ts';
import type { MapKit } from './map-kit.ts';
import type { Scheme } from './palette.ts';

export interface EngineProps {
  readonly bounds: Bounds;
  readonly scheme: Scheme;
  readonly token: string;
  /** Name of the canvas for those who do not see it. */
  readonly label: string;
  readonly gestures: { readonly desktop: string; readonly mac: string; readonly touch: string };
  readonly onDrawn: () => void;
  readonly onFailed: () => void;
  readonly children: ReactNode;
}

/** The part of a map object that both engines share and this app uses. */
interface Camera {
  project: (point: [number, number]) => { readonly x: number; readonly y: number };
  fitBounds: (bounds: Bounds, options: { padding: number; maxZoom: number; duration?: number }) => unknown;
  zoomTo: (zoom: number) => unknown;
  getZoom: () => number;
  getCenter: () => { readonly lng: number };
}

export const fitOptions = { padding: 56, maxZoom: 7 };

type Components = Pick<MapKit, 'Source' | 'Line' | 'Marker'>;

interface Engine<Map extends Camera> {
  readonly mapRef: RefObject<Map | null>;
  readonly kit: MapKit;
  /** For the engine's `onLoad` and `onMoveEnd`. */
  readonly viewChanged: () => void;
}

/** What MapLibre and Mapbox have in common: the camera and the kit handed to layers. */
export function useEngine<Map extends Camera>(components: Components): Engine<Map> {
  const mapRef = useRef<Map | null>(null);
  const [view, setView] = useState(0);
  const viewChanged = useCallback(() => setView((count) => count + 1), []);
  const kit = useMemo<MapKit>(
    () => ({
      ...components,
      view,
      project: (longitude, latitude) => {
        const map = mapRef.current;
        return map ? map.project([nearestTurn(longitude, map.getCenter().lng), latitude]) : null;
      },
      fit: (bounds) => void mapRef.current?.fitBounds(bounds, fitOptions),
      zoomBy: (steps) => {
        const map = mapRef.current;
        if (map) map.zoomTo(map.getZoom() + steps);
      },
    }),
    [components, view],
  );
  return { mapRef, kit, viewChanged };
}

/** The same meridian, counted so that it lies on the copy of the world that is in view. */
function nearestTurn(longitude: number, centre: number): number {
  return longitude + Math.round((centre - longitude) / 360) * 360;
}
