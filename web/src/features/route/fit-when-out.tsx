'use client';

import { useEffect, useRef } from 'react';
import { type Bounds, contains, meets } from '../../map/bounds.ts';
import { useMapKit } from '../../map/map-kit.ts';

interface FitWhenOutProps {
  /** What is shown: the map turns to it when that has changed, and not before. */
  readonly of: string;
  /** Null: it has no place on the map. */
  readonly bounds: Bounds | null;
  /** All of it has to be in view; else whatever of it is. */
  readonly isWhole?: boolean;
}

/** At another instant the way may be another one, and what is chosen in the list may lie elsewhere: the map turns to what is not in view, and stays where it is for what is. */
export function FitWhenOut({ of, bounds, isWhole = false }: FitWhenOutProps) {
  const { fit, viewed } = useMapKit();
  const shown = useRef(of);
  useEffect(() => {
    if (shown.current === of) return;
    shown.current = of;
    const seen = viewed();
    if (!seen || !bounds) return;
    if (!(isWhole ? contains : meets)(seen.bounds, bounds)) fit(bounds);
  }, [of, bounds, isWhole, fit, viewed]);
  return null;
}
