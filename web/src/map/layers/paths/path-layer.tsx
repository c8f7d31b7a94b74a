'use client';

import { useMemo } from 'react';
import type { PathSegment } from '../../../features/journey/shipment.graphql.ts';
import { useMapKit } from '../../map-kit.ts';
import { palettes, type Scheme } from '../../palette.ts';
import { toFeatures } from './to-features.ts';

interface PathLayerProps {
  readonly paths: readonly PathSegment[];
  readonly scheme: Scheme;
  /** Leg that is chosen; null: none. */
  readonly selected: string | null;
}

const rounded = { 'line-cap': 'round', 'line-join': 'round' } as const;
const butt = { 'line-cap': 'butt', 'line-join': 'round' } as const;

/** Solid behind the cargo, dashed ahead of it; fainter where the way is only a straight line between places; on a broad band where it is chosen. */
export function PathLayer({ paths, scheme, selected }: PathLayerProps) {
  const { Source, Line } = useMapKit();
  const data = useMemo(() => toFeatures(paths), [paths]);
  const { mode, casing } = palettes[scheme];
  const colour = ['match', ['get', 'mode'], ...Object.entries(mode).flat(), mode.VESSEL];
  const opacity = ['case', ['get', 'approximate'], 0.65, 1];
  return (
    <Source id="paths" type="geojson" data={data}>
      <Line
        id="path-selected"
        type="line"
        filter={['==', ['get', 'legId'], selected ?? '']}
        layout={rounded}
        paint={{ 'line-color': colour, 'line-width': 15, 'line-opacity': 0.35 }}
      />
      <Line
        id="path-casing"
        type="line"
        layout={rounded}
        paint={{ 'line-color': casing, 'line-width': 5, 'line-opacity': 0.8 }}
      />
      <Line
        id="path-planned"
        type="line"
        filter={['==', ['get', 'state'], 'PLANNED']}
        layout={butt}
        paint={{
          'line-color': colour,
          'line-width': 2.25,
          'line-opacity': opacity,
          'line-dasharray': [2.2, 1.8],
        }}
      />
      <Line
        id="path-travelled"
        type="line"
        filter={['==', ['get', 'state'], 'TRAVELLED']}
        layout={rounded}
        paint={{ 'line-color': colour, 'line-width': 3, 'line-opacity': opacity }}
      />
    </Source>
  );
}
