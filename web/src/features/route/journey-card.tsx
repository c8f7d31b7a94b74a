'use client';

import { useEffect, useRef } from 'react';
import type { Journey } from '../journey/shipment.graphql.ts';
import { LegCard } from './leg-card.tsx';
import { PlaceCard } from './place-card.tsx';
import { PositionCard } from './position-card.tsx';
import { placeId, positionId } from './chosen-ids.ts';
import type { Choosing } from './use-chosen.ts';

interface JourneyCardProps extends Choosing {
  readonly journey: Journey;
}

/** What is known of the thing that is chosen; nothing where none is, or where it is no part of the way as of the instant that is shown. */
export function JourneyCard({ journey, chosen, choose }: JourneyCardProps) {
  const opener = useOpener(chosen);
  const close = () => {
    choose('');
    // Whoever closes a card with the keyboard goes on from what opened it.
    if (opener.current instanceof HTMLElement) opener.current.focus();
  };
  const { legs, geometry, livePositions } = journey;
  const leg = legs.find(({ id }) => chosen === `leg-${id}`);
  if (leg) return <LegCard key={chosen} leg={leg} close={close} />;
  const position = livePositions.find((one) => chosen === positionId(one));
  if (position) return <PositionCard key={chosen} position={position} close={close} />;
  const places = [...geometry.stops.map((stop) => stop.place), ...legs.flatMap(({ from, to }) => [from, to])];
  const place = places.find((one) => one !== null && chosen === placeId(one));
  if (!place) return null;
  return (
    <PlaceCard
      key={chosen}
      place={place}
      journey={journey}
      selectLeg={(id) => choose(`leg-${id}`)}
      close={close}
    />
  );
}

/** What had the focus when something was chosen; a card that leads on to another is none. */
function useOpener(chosen: string) {
  const opener = useRef<Element | null>(null);
  useEffect(() => {
    const { activeElement } = document;
    if (chosen === '') opener.current = null;
    else if (activeElement !== document.body) opener.current = activeElement;
  }, [chosen]);
  return opener;
}
