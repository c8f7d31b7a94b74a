'use client';

import { useEffect, useState } from 'react';
import { type Client, useClient } from 'urql';
import { type Bounds, wrap } from '../../map/bounds.ts';
import { Slices } from '../../map/layers/moving/in-slices.ts';
import { movingLayer, type MovingLayer } from '../../map/layers/moving/moving-gl.ts';
import { type Moving, MovingObjects } from '../../map/layers/moving/moving-objects.ts';
import { useConnection } from '../live/live-client.tsx';
import { useNow } from '../live/service-clock.tsx';
import { LivePositionsDocument, PositionsAsOfDocument } from './ports.graphql.ts';

/** What a map view shows that moves. */
export interface Positions {
  readonly objects: MovingObjects;
  readonly layer: MovingLayer;
  /** Changes with each answer: what reads `objects` reads again. */
  readonly version: number;
  /** How many more there are than are shown. */
  readonly hidden: number;
  /** Looking back: there were more, nobody counted how many. */
  readonly isPartial: boolean;
  /** LOADING: the first answer has not come; STALE: nothing comes at present, and what is shown ages; THEN: as of an instant. */
  readonly state: 'LOADING' | 'LIVE' | 'STALE' | 'THEN' | 'FAILED';
}

interface View {
  readonly bounds: Bounds;
  readonly zoom: number;
}

interface Answered extends Pick<Positions, 'hidden' | 'isPartial'> {
  /** What moved, or all there is, and what is to go. */
  readonly moved: readonly Moving[];
  readonly left: readonly string[] | null;
}

/** Follows what moves in a view, all of it first, then what changed; as of an instant where it was then. */
export function usePositions(view: View | null, asOf: string | null): Positions {
  const client = useClient();
  const connection = useConnection();
  const epoch = useNow(86_400_000);
  // Ages are counted from when the page opened, whatever day it gets.
  const [{ objects, layer }] = useState(() => {
    const moving = new MovingObjects(epoch);
    return { objects: moving, layer: movingLayer(moving) };
  });
  const [answered, setAnswered] = useState({ version: 0, hidden: 0, isPartial: false, asOf: '', hasFailed: false });
  const isLost = connection === 'LOST' && asOf === null;
  const key = view && JSON.stringify(view);
  useEffect(() => {
    // A lost socket starts anew with all there is: what left meanwhile would stay.
    if (key === null || isLost) return undefined;
    const { bounds, zoom } = JSON.parse(key) as View;
    const slices = new Slices(objects, () => layer.repaint());
    const told = ({ moved, left, ...counts }: Answered) => {
      const now = new Set(moved.map(({ id }) => id));
      slices.take({ moved, left: left ?? objects.things.flatMap(({ id }) => (now.has(id) ? [] : id)) });
      setAnswered((before) => ({ ...counts, version: before.version + 1, asOf: asOf ?? 'now', hasFailed: false }));
    };
    const failed = () => setAnswered((before) => ({ ...before, hasFailed: true }));
    const box = boxOf(bounds);
    return asOf === null ? follow(client, { box, zoom: Math.floor(zoom) }, told, failed) : askThen(client, { box, asOf }, told, failed);
  }, [client, key, isLost, asOf, objects, layer]);
  const { version, hidden, isPartial, hasFailed } = answered;
  const isHere = answered.asOf === (asOf ?? 'now');
  const state = isLost ? 'STALE' : hasFailed ? 'FAILED' : !isHere ? 'LOADING' : asOf === null ? 'LIVE' : 'THEN';
  return { objects, layer, version, hidden, isPartial, state };
} // prettier-ignore

type Box = ReturnType<typeof boxOf>;
type Told = (answer: Answered) => void;

function follow(client: Client, variables: { box: Box; zoom: number }, told: Told, failed: () => void): () => void {
  let isFirst = true;
  const { unsubscribe } = client.subscription(LivePositionsDocument, variables).subscribe(({ data, error }) => {
    if (!data) {
      if (error) failed();
      return;
    }
    const { moved, left, hidden } = data.livePositions;
    told({ moved, left: isFirst ? null : left, hidden, isPartial: false });
    isFirst = false;
  });
  return unsubscribe;
} // prettier-ignore

function askThen(client: Client, variables: { box: Box; asOf: string }, told: Told, failed: () => void): () => void {
  let isOver = false;
  void client.query(PositionsAsOfDocument, variables, { requestPolicy: 'network-only' }).then(({ data }) => {
    if (isOver) return;
    if (data) told({ moved: data.positionsAsOf.positions, left: null, hidden: 0, isPartial: data.positionsAsOf.isPartial });
    else failed();
  });
  return () => {
    isOver = true;
  };
} // prettier-ignore

/** As the API takes it: -180 to 180, west of east only where it does not cross the date line. */
function boxOf([west, south, east, north]: Bounds) {
  const isAll = east - west >= 360;
  return {
    west: isAll ? -180 : wrap(west),
    south: Math.max(-90, south),
    east: isAll ? 180 : wrap(east),
    north: Math.min(90, north),
  };
}
