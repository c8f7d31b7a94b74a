'use client';

import { useEffect, useRef } from 'react';
import { type Bounds, contains } from '../../map/bounds.ts';
import { useMapKit } from '../../map/map-kit.ts';

interface FitWhenOutProps {
  /** The instant that is shown, UTC; null: now. */
  readonly asOf: string | null;
  readonly bounds: Bounds;
}

/** At another instant the way may be another one: the map turns to what is not in view, and stays where it is for what is. */
export function FitWhenOut({ asOf, bounds }: FitWhenOutProps) {
  const { fit, viewed } = useMapKit();
  const shown = useRef(asOf);
  useEffect(() => {
    if (shown.current === asOf) return;
    shown.current = asOf;
    const seen = viewed();
    if (seen && !contains(seen.bounds, bounds)) fit(bounds);
  }, [asOf, bounds, fit, viewed]);
  return null;
}
