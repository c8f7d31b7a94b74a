'use client';

import type { Journey } from '../journey/shipment.graphql.ts';
import { LegsPanel } from './legs-panel.tsx';
import { MapPanel } from './map-panel.tsx';
import { useChosen } from './use-chosen.ts';

interface WayPartProps {
  readonly journey: Journey;
  /** The instant that is shown, UTC; null: now. */
  readonly asOf: string | null;
  readonly mapboxToken: string | null;
}

/** The way on the map and, beside it, in words: what is chosen in one is chosen in the other. */
export function WayPart({ journey, asOf, mapboxToken }: WayPartProps) {
  const choosing = useChosen();
  return (
    <>
      <MapPanel journey={journey} asOf={asOf} mapboxToken={mapboxToken} {...choosing} />
      <LegsPanel journey={journey} {...choosing} />
    </>
  );
}
