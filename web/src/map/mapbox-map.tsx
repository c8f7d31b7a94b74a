'use client';

import 'mapbox-gl/dist/mapbox-gl.css';
import type { ComponentType } from 'react';
import { Layer, Map, type MapRef, Marker, Source } from 'react-map-gl/mapbox';
import type { CustomLayerProps } from './layers/moving/moving-gl.ts';
import { type LineLayerProps, MapKitContext } from './map-kit.ts';
import { type EngineProps, fitOptionsOf, reachAt, useEngine } from './use-engine.ts';

const components = {
  Source,
  Marker,
  Line: Layer as ComponentType<LineLayerProps>,
  Custom: Layer as unknown as ComponentType<CustomLayerProps>,
};

const mapStyles = {
  light: 'mapbox://styles/mapbox/light-v11',
  dark: 'mapbox://styles/mapbox/dark-v11',
} as const;

export function MapboxMap({
  bounds,
  scheme,
  token,
  label,
  gestures,
  maxZoom,
  fitZoom,
  isWholeScreen,
  onPress,
  onDrawn,
  onFailed,
  children,
}: EngineProps) {
  const { mapRef, kit, viewChanged } = useEngine<MapRef>(components, fitZoom);

  /** Country borders are off here too. */
  const hideBorders = () => {
    const map = mapRef.current?.getMap();
    for (const { id } of map?.getStyle().layers ?? [])
      if (id.startsWith('admin')) map?.setLayoutProperty(id, 'visibility', 'none');
  };
  return (
    <Map
      ref={mapRef}
      mapboxAccessToken={token}
      mapStyle={mapStyles[scheme]}
      projection="mercator"
      initialViewState={{ bounds, fitBoundsOptions: fitOptionsOf(fitZoom) }}
      maxPitch={0}
      maxZoom={maxZoom}
      dragRotate={false}
      cooperativeGestures={!isWholeScreen}
      onClick={({ lngLat, target }) => onPress?.(lngLat.lng, lngLat.lat, reachAt(target.getZoom()))}
      locale={{
        'Map.Title': label,
        'ScrollZoomBlocker.CtrlMessage': gestures.desktop,
        'ScrollZoomBlocker.CmdMessage': gestures.mac,
        'TouchPanBlocker.Message': gestures.touch,
      }}
      onStyleData={hideBorders}
      onLoad={viewChanged}
      onMoveEnd={viewChanged}
      onResize={viewChanged}
      onIdle={onDrawn}
      onError={() => {
        // A style that never came (no internet, token refused): the own basemap takes over.
        if (!mapRef.current?.isStyleLoaded()) onFailed();
      }}
    >
      <MapKitContext value={kit}>{children}</MapKitContext>
    </Map>
  );
}
