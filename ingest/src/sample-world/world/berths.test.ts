import { callsOf, withBerths } from 'graph-schema/domain/calls/calls-of';
import type { TrackFix } from 'graph-schema/geo/track';
import { berthPlaces, parseBerths } from 'graph-schema/reference/berths';
import { getCallZones } from 'graph-schema/reference/call-zones';
import { expect, it } from 'vitest';
import { sampleJourneys } from '../sample-deliveries.ts';
import { sampleBerths } from './berths.ts';
import { findVesselState } from './sailings.ts';

it('are read as an operator’s file is, and hold the ships that come in', () => {
  const zones = getCallZones();
  const berths = parseBerths(sampleBerths(), berthPlaces(zones.ships.portOf));
  const sailings = sampleJourneys(Date.parse('2026-11-21T09:07:00Z')).flatMap((one) => one.sailings);
  const ends = sailings.map((sailing) => {
    const track: TrackFix[] = [];
    for (let minutes = -600; minutes <= 600; minutes += 10) {
      const at = sailing.arrives + minutes * 60_000;
      const state = findVesselState(sailing, at);
      if (state)
        track.push([at / 1000, state.longitude, state.latitude, state.speedKnots, state.navigationStatus]);
    }
    const call = callsOf(track, 'VESSEL', withBerths(zones, berths)).find(({ code }) => code === 'BERTHED');
    return `${call?.spot?.unLocode} ${call?.spot?.code} ${call?.berth}`;
  });
  expect([...new Set(ends)].sort()).toEqual([
    'CNNBO BLCT3 2',
    'CNSGH YSGD 2',
    'NLRTM MV2 2',
    'SGSIN PSAPP 2',
  ]);
});
