import { claim, container, documentRef, placeRef, transport } from '../../graph-schema/src/domain/claim.ts';
import type { FactClaim } from '../../graph-schema/src/domain/journey/facts.ts';
import type { EventTime, TrackingEvent, TransportRef } from '../../graph-schema/src/domain/tracking-event.ts';
import type { Paper, PaperTold, Told } from './tellings.ts';
import type { Run } from './truth.ts';

/** A message as the claim that reading it gives; `through-formats.ts` proves it for a part of the boxes. */
export function claimOf(told: Told): FactClaim {
  const { id, at, code, classifier, loadState, place, run, papers, box } = told;
  return said(id, {
    code,
    classifier,
    time: timeOf(at),
    place: placeRef({ unLocode: place.unLocode }),
    equipment: container(box),
    loadState,
    transport: run && transportOf(run),
    documents: papers.map(documentOf),
  });
}

export function paperClaimOf({ id, at, papers, boxes }: PaperTold): FactClaim {
  return said(id, {
    code: 'BL_ISSUED',
    classifier: 'ACTUAL',
    time: timeOf(at),
    documents: papers.map(documentOf),
    contents: boxes.map((box) => container(box)),
  });
}

function said(id: string, given: Parameters<typeof claim>[0]): FactClaim {
  const event: TrackingEvent = claim(given);
  return { id, event, cycleId: null, inherited: false, voices: [] };
}

function documentOf([scheme, number]: Paper): TrackingEvent['documents'][number] {
  return documentRef(scheme, number);
}

function transportOf({ mode, means, number }: Run): TransportRef {
  return mode === 'VESSEL'
    ? transport({ mode, vesselImo: means, voyage: number })
    : transport({ mode, train: means, departureDate: number });
}

function timeOf(at: number): EventTime {
  const instant = new Date(at).toISOString().replace('.000Z', 'Z');
  return { instant, local: instant.slice(0, 19), zone: 'UTC', zoneSource: 'EXPLICIT', precision: 'MINUTE' };
}
