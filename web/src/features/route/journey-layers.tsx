'use client';

import type { Bounds } from '../../map/bounds.ts';
import { LivePositionLayer } from '../../map/layers/live-position/live-position-layer.tsx';
import { PathLayer } from '../../map/layers/paths/path-layer.tsx';
import { StopLayer } from '../../map/layers/stops/stop-layer.tsx';
import type { Scheme } from '../../map/palette.ts';
import type { Journey } from '../journey/shipment.graphql.ts';
import { FitWhenOut } from './fit-when-out.tsx';

// Cards are opened from what lies on the map, and come with it.
export { LegCard } from './leg-card.tsx';
export { PlaceCard } from './place-card.tsx';

interface JourneyLayersProps {
  readonly journey: Journey;
  /** The instant that is shown, UTC; null: now. */
  readonly asOf: string | null;
  readonly bounds: Bounds;
  readonly scheme: Scheme;
  readonly size: { readonly width: number; readonly height: number };
  /** The place of which a card is open; null: none. */
  readonly selected: string | null;
  readonly select: (place: string) => void;
}

/** What lies on the map of a journey: the way, its places, and whatever has the cargo. */
export function JourneyLayers({ journey, asOf, bounds, scheme, size, selected, select }: JourneyLayersProps) {
  const { livePositions, geometry } = journey;
  return (
    <>
      <PathLayer paths={geometry.paths} scheme={scheme} />
      <StopLayer
        stops={geometry.stops}
        livePosition={livePositions[0] ?? null}
        size={size}
        selected={selected}
        select={select}
      />
      {livePositions
        .map((position, index) => (
          <LivePositionLayer
            key={`${position.means} ${position.name ?? index}`}
            position={position}
            isFirst={index === 0}
            size={size}
          />
        ))
        .toReversed()}
      <FitWhenOut asOf={asOf} bounds={bounds} />
    </>
  );
}
