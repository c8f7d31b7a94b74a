'use client';

import 'maplibre-gl/dist/maplibre-gl.css';
import { type ComponentType, useMemo } from 'react';
import { Layer, Map, type MapRef, Marker, Source } from 'react-map-gl/maplibre';
import { basemapStyle } from './basemap-style.ts';
import type { CustomLayerProps } from './layers/moving/moving-gl.ts';
import { type LineLayerProps, MapKitContext } from './map-kit.ts';
import { type EngineProps, fitOptionsOf, reachAt, useEngine } from './use-engine.ts';

/** Served by hand, since a bundler cannot see a worker that the engine starts by address. */
const workerUrl = '/vendor/maplibre/maplibre-gl-worker.mjs';

const components = {
  Source,
  Marker,
  Line: Layer as ComponentType<LineLayerProps>,
  Custom: Layer as unknown as ComponentType<CustomLayerProps>,
};

export function MaplibreMap({
  bounds,
  scheme,
  label,
  markerLabel,
  gestures,
  maxZoom,
  fitZoom,
  isWholeScreen,
  onPress,
  onDrawn,
  children,
}: Omit<EngineProps, 'token'>) {
  const { mapRef, kit, viewChanged } = useEngine<MapRef>(components, fitZoom);
  const mapStyle = useMemo(() => basemapStyle(scheme), [scheme]);
  return (
    <Map
      ref={mapRef}
      workerUrl={workerUrl}
      mapStyle={mapStyle}
      initialViewState={{ bounds, fitBoundsOptions: fitOptionsOf(fitZoom) }}
      maxPitch={0}
      maxZoom={maxZoom}
      dragRotate={false}
      touchPitch={false}
      cooperativeGestures={!isWholeScreen}
      onClick={({ lngLat, target }) => onPress?.(lngLat.lng, lngLat.lat, reachAt(target.getZoom()))}
      attributionControl={false}
      locale={{
        'Map.Title': label,
        'Marker.Title': markerLabel,
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
