'use client';

import type { FeatureCollection } from 'geojson';
import { type ComponentType, createContext, type CSSProperties, type ReactNode, useContext } from 'react';
import type { Bounds } from './bounds.ts';
import type { CustomLayerProps } from './layers/moving/moving-gl.ts';

/** A line of a GeoJSON source, in the words that both engines understand. */
export interface LineLayerProps {
  readonly id: string;
  readonly type: 'line';
  readonly filter?: unknown[];
  readonly layout: { readonly 'line-cap': 'round' | 'butt'; readonly 'line-join': 'round' };
  readonly paint: Readonly<Record<string, unknown>>;
}

/** What layers need of an engine, so that each is written once for MapLibre and Mapbox. */
export interface MapKit {
  readonly Source: ComponentType<{
    readonly id: string;
    readonly type: 'geojson';
    readonly data: FeatureCollection;
    readonly children?: ReactNode;
  }>;
  readonly Line: ComponentType<LineLayerProps>;
  /** A layer that draws itself. */
  readonly Custom: ComponentType<CustomLayerProps>;
  readonly Marker: ComponentType<{
    readonly longitude: number;
    readonly latitude: number;
    readonly style?: CSSProperties;
    readonly children?: ReactNode;
  }>;
  /** Pixels from the top left of the map; null until the map is up. */
  readonly project: (
    longitude: number,
    latitude: number,
  ) => { readonly x: number; readonly y: number } | null;
  readonly fit: (bounds: Bounds) => void;
  /** What is in view, west < east, and the zoom; null until the map is up. */
  readonly viewed: () => { readonly bounds: Bounds; readonly zoom: number } | null;
  readonly zoomBy: (steps: number) => void;
  /** Changes whenever the view has come to rest somewhere else. */
  readonly view: number;
}

export const MapKitContext = createContext<MapKit | null>(null);

export function useMapKit(): MapKit {
  const kit = useContext(MapKitContext);
  if (!kit) throw new Error('useMapKit needs a map around it');
  return kit;
}
