'use client';

import { useEffect } from 'react';
import { useNow } from '../../../features/live/service-clock.tsx';
import { useMapKit } from '../../map-kit.ts';
import { palettes, type Scheme } from '../../palette.ts';
import type { MovingLayer } from './moving-gl.ts';

interface MovingObjectsLayerProps {
  readonly layer: MovingLayer;
  readonly scheme: Scheme;
}

/** Everything that moves, in one drawing call. */
export function MovingObjectsLayer({ layer, scheme }: MovingObjectsLayerProps) {
  const { Custom } = useMapKit();
  const now = useNow();
  useEffect(() => layer.setNow(now), [layer, now]);
  useEffect(() => {
    const { mode, casing, coast } = palettes[scheme];
    const kinds = [mode.VESSEL, mode.RAIL, mode.TRUCK, mode.AIR, coast];
    layer.setColours(kinds.flatMap(channels), channels(casing));
  }, [layer, scheme]);
  return <Custom {...layer} />;
}

function channels(hex: string): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255);
}
