'use client';

import { useEffect, useState } from 'react';
import { useClient } from 'urql';
import { type Bounds, wrap } from '../../map/bounds.ts';
import { Slices } from '../../map/layers/moving/in-slices.ts';
import { movingLayer, type MovingLayer } from '../../map/layers/moving/moving-gl.ts';
import { MovingObjects } from '../../map/layers/moving/moving-objects.ts';
import { useConnection } from '../live/live-client.tsx';
import { useNow } from '../live/service-clock.tsx';
import { LivePositionsDocument } from './ports.graphql.ts';

/** What a map view shows that moves. */
export interface Positions {
  readonly objects: MovingObjects;
  readonly layer: MovingLayer;
  /** Changes with each answer: what reads `objects` reads again. */
  readonly version: number;
  /** How many more there are than are shown. */
  readonly hidden: number;
  /** LOADING: the first answer has not come; STALE: nothing comes at present, and what is shown ages. */
  readonly state: 'LOADING' | 'LIVE' | 'STALE' | 'FAILED';
}

interface View {
  readonly bounds: Bounds;
  readonly zoom: number;
}

/** Follows what moves in a view: all of it first, then what changed. */
export function usePositions(view: View | null): Positions {
  const client = useClient();
  const connection = useConnection();
  const epoch = useNow(86_400_000);
  // Ages are counted from when the page opened, whatever day it gets.
  const [{ objects, layer }] = useState(() => {
    const moving = new MovingObjects(epoch);
    return { objects: moving, layer: movingLayer(moving) };
  });
  const [answered, setAnswered] = useState({ version: 0, hidden: 0, isFirst: true, hasFailed: false });
  const isLost = connection === 'LOST';
  const key = view && JSON.stringify(view);
  useEffect(() => {
    // A lost socket starts anew with all there is: what left meanwhile would stay.
    if (key === null || isLost) return undefined;
    const { bounds, zoom } = JSON.parse(key) as View;
    const slices = new Slices(objects, () => layer.repaint());
    let isFirst = true;
    const variables = { box: boxOf(bounds), zoom: Math.floor(zoom) };
    const { unsubscribe } = client.subscription(LivePositionsDocument, variables).subscribe(({ data, error }) => {
      if (!data) {
        if (error) setAnswered((before) => ({ ...before, hasFailed: true }));
        return;
      }
      const { moved, left, hidden } = data.livePositions;
      const now = new Set(moved.map(({ id }) => id));
      const gone = isFirst ? objects.things.flatMap(({ id }) => (now.has(id) ? [] : id)) : left;
      isFirst = false;
      slices.take({ moved, left: gone });
      setAnswered((before) => ({ version: before.version + 1, hidden, isFirst: false, hasFailed: false }));
    });
    return unsubscribe;
  }, [client, key, isLost, objects, layer]);
  const { version, hidden, isFirst, hasFailed } = answered;
  const state = isLost ? 'STALE' : hasFailed ? 'FAILED' : isFirst ? 'LOADING' : 'LIVE';
  return { objects, layer, version, hidden, state };
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
