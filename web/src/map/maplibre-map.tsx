'use client';

import 'maplibre-gl/dist/maplibre-gl.css';
import { type ComponentType, useMemo } from 'react';
import { Layer, Map, type MapRef, Marker, Source } from 'react-map-gl/maplibre';
import { basemapStyle } from './basemap-style.ts';
import { type LineLayerProps, MapKitContext } from './map-kit.ts';
import { type EngineProps, fitOptions, useEngine } from './use-engine.ts';

/** Served by hand, since a bundler cannot see a worker that the engine starts by address. */
const workerUrl = '/vendor/maplibre/maplibre-gl-worker.mjs';

const components = { Source, Marker, Line: Layer as ComponentType<LineLayerProps> };

export function MaplibreMap({
  bounds,
  scheme,
  label,
  gestures,
  onDrawn,
  children,
}: Omit<EngineProps, 'token'>) {
  const { mapRef, kit, viewChanged } = useEngine<MapRef>(components);
  const mapStyle = useMemo(() => basemapStyle(scheme), [scheme]);
  return (
    <Map
      ref={mapRef}
      workerUrl={workerUrl}
      mapStyle={mapStyle}
      initialViewState={{ bounds, fitBoundsOptions: fitOptions }}
      maxPitch={0}
      maxZoom={11}
      dragRotate={false}
      touchPitch={false}
      cooperativeGestures
      attributionControl={false}
      locale={{
        'Map.Title': label,
        'CooperativeGesturesHandler.WindowsHelpText': gestures.desktop,
        'CooperativeGesturesHandler.MacHelpText': gestures.mac,
        'CooperativeGesturesHandler.MobileHelpText': gestures.touch,
      }}
      onLoad={viewChanged}
      onMoveEnd={viewChanged}
      onResize={viewChanged}
      onIdle={onDrawn}
    >
      <MapKitContext value={kit}>{children}</MapKitContext>
    </Map>
  );
}
