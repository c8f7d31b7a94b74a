import type { Milestone, Place } from '../shipment.graphql.ts';

/** A place of the tests; only what they look at is real. */
export function samplePlace(given: Partial<Place> = {}): Place {
  return {
    id: 'CNNBO',
    unLocode: 'CNNBO',
    name: 'Ningbo',
    nameZh: '宁波',
    country: 'CN',
    latitude: 29.93,
    longitude: 121.85,
    zone: 'Asia/Shanghai',
    facility: null,
    berth: null,
    ...given,
  };
}

/** A milestone in Chinese local time, `2026-11-21T09:28`. */
export function sampleMilestone(id: string, local: string, given: Partial<Milestone> = {}): Milestone {
  const instant = new Date(Date.parse(`${local}:00+08:00`)).toISOString().replace('.000', '');
  return {
    id,
    dimension: 'LOGISTICS',
    code: 'GATED_IN',
    classifier: 'ACTUAL',
    time: {
      instant,
      local: `${local}:00`,
      zone: 'Asia/Shanghai',
      zoneSource: 'FACILITY',
      precision: 'MINUTE',
    },
    place: samplePlace(),
    equipmentReference: null,
    containers: [],
    loadState: null,
    transport: null,
    document: null,
    pieces: null,
    ofPieces: null,
    reason: null,
    inherited: false,
    derived: false,
    disagreement: false,
    voices: [],
    ...given,
  };
}
