'use client';

import { useMemo } from 'react';
import type { Bounds } from '../../map/bounds.ts';
import { LivePositionLayer } from '../../map/layers/live-position/live-position-layer.tsx';
import { PathLayer } from '../../map/layers/paths/path-layer.tsx';
import { StopLayer } from '../../map/layers/stops/stop-layer.tsx';
import { MapControls } from '../../map/map-controls.tsx';
import type { Scheme } from '../../map/palette.ts';
import type { Journey } from '../journey/shipment.graphql.ts';
import { chosenBounds } from './chosen-bounds.ts';
import { FitWhenOut } from './fit-when-out.tsx';
import { placeId, positionId } from './chosen-ids.ts';
import type { Choosing } from './use-chosen.ts';

// What is pressed on the map, and what its card says, comes with it.
export { nearestLeg } from '../../map/layers/paths/nearest-leg.ts';
export { JourneyCard } from './journey-card.tsx';

interface JourneyLayersProps extends Choosing {
  readonly journey: Journey;
  /** The instant that is shown, UTC; null: now. */
  readonly asOf: string | null;
  readonly bounds: Bounds;
  readonly scheme: Scheme;
  readonly size: { readonly width: number; readonly height: number };
}

const LEG = 'leg-';

/** What lies on the map of a journey: the way, its places, and whatever has the cargo. */
export function JourneyLayers({ journey, asOf, bounds, scheme, size, chosen, choose }: JourneyLayersProps) {
  const { livePositions, geometry } = journey;
  const stop = geometry.stops.find(({ place }) => placeId(place) === chosen);
  const ofChosen = useMemo(() => chosenBounds(journey, chosen), [journey, chosen]);
  return (
    <>
      <PathLayer
        paths={geometry.paths}
        scheme={scheme}
        selected={chosen.startsWith(LEG) ? chosen.slice(LEG.length) : null}
      />
      <StopLayer
        stops={geometry.stops}
        livePosition={livePositions[0] ?? null}
        size={size}
        selected={stop?.place.id ?? null}
        select={(place) => choose(placeId(place))}
      />
      {livePositions
        .map((position, index) => (
          <LivePositionLayer
            key={`${position.means} ${position.name ?? index}`}
            position={position}
            isFirst={index === 0}
            size={size}
            isSelected={chosen === positionId(position)}
            select={() => choose(positionId(position))}
          />
        ))
        .toReversed()}
      <FitWhenOut of={asOf ?? ''} bounds={bounds} isWhole />
      <FitWhenOut of={chosen} bounds={ofChosen} />
      <MapControls bounds={bounds} />
    </>
  );
}
