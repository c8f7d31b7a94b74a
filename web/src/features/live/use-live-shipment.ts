'use client';

import { useEffect, useState } from 'react';
import { useSubscription } from 'urql';
import { JourneyUpdatedDocument, type Shipment } from '../journey/shipment.graphql.ts';
import { freshMilestones } from './fresh-milestones.ts';

interface LiveShipment {
  readonly shipment: Shipment;
  /** Ids of milestones that came or changed with the latest update. */
  readonly fresh: ReadonlySet<string>;
}

const highlightMs = 8_000;
const nothing: ReadonlySet<string> = new Set();

/** The shipment as the server rendered it, then as the feed says; as the server rendered it again where another instant is looked at. */
export function useLiveShipment(initial: Shipment): LiveShipment {
  const [live, setLive] = useState<LiveShipment>({ shipment: initial, fresh: nothing });
  const [begun, setBegun] = useState(initial);
  if (initial.asOf !== begun.asOf) {
    setBegun(initial);
    setLive({ shipment: initial, fresh: nothing });
  }
  const [{ data }] = useSubscription({
    query: JourneyUpdatedDocument,
    variables: { id: initial.id },
    // What was known then does not change any more.
    pause: initial.asOf !== null,
  });
  const answer = data?.journeyUpdated;
  const update = answer?.__typename === 'JourneyUpdate' ? answer.shipment : undefined;
  const [seen, setSeen] = useState(update);
  if (update && update !== seen) {
    setSeen(update);
    // One that comes while the page turns back is of now.
    if (initial.asOf === null) setLive({ shipment: update, fresh: freshMilestones(live.shipment, update) });
  }
  useEffect(() => {
    if (live.fresh.size === 0) return undefined;
    const timer = setTimeout(() => setLive((now) => ({ ...now, fresh: nothing })), highlightMs);
    return () => clearTimeout(timer);
  }, [live.fresh]);
  return live;
}
