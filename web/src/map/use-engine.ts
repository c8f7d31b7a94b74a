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
  /** What the engine calls marks that have no name of their own. */
  readonly markerLabel: string;
  /** How near one may come, and how near a view of given bounds goes by itself: zooms of the map. */
  readonly maxZoom: number;
  readonly fitZoom: number;
  /** The map is what the page is for: it moves without a key or a second finger. */
  readonly isWholeScreen: boolean;
  /** Somewhere on the map was pressed; `reach`: a finger's breadth in Web Mercator units. */
  readonly onPress: ((longitude: number, latitude: number, reach: number) => void) | null;
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
  getBounds: () => {
    getWest: () => number;
    getSouth: () => number;
    getEast: () => number;
    getNorth: () => number;
  } | null;
  getCenter: () => { readonly lng: number };
}

export function fitOptionsOf(fitZoom: number) {
  return { padding: 56, maxZoom: fitZoom };
}

/** A finger's breadth in pixels, as far as a press reaches around itself. */
const FINGER = 14;
const WORLD_PIXELS = 512;

/** A finger's breadth on the map at a zoom, in Web Mercator units. */
export function reachAt(zoom: number): number {
  return FINGER / (WORLD_PIXELS * 2 ** zoom);
}

type Components = Pick<MapKit, 'Source' | 'Line' | 'Custom' | 'Marker'>;

interface Engine<Map extends Camera> {
  readonly mapRef: RefObject<Map | null>;
  readonly kit: MapKit;
  /** For the engine's `onLoad` and `onMoveEnd`. */
  readonly viewChanged: () => void;
}

/** What MapLibre and Mapbox have in common: the camera and the kit handed to layers. */
export function useEngine<Map extends Camera>(components: Components, fitZoom: number): Engine<Map> {
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
      fit: (bounds) => void mapRef.current?.fitBounds(bounds, fitOptionsOf(fitZoom)),
      viewed: () => {
        const box = mapRef.current?.getBounds();
        if (!box || !mapRef.current) return null;
        return {
          bounds: [box.getWest(), box.getSouth(), box.getEast(), box.getNorth()],
          zoom: mapRef.current.getZoom(),
        };
      },
      zoomBy: (steps) => {
        const map = mapRef.current;
        if (map) map.zoomTo(map.getZoom() + steps);
      },
    }),
    [components, view, fitZoom],
  );
  return { mapRef, kit, viewChanged };
}

/** The same meridian, counted so that it lies on the copy of the world that is in view. */
function nearestTurn(longitude: number, centre: number): number {
  return longitude + Math.round((centre - longitude) / 360) * 360;
}
