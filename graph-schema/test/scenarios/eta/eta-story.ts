import { deriveEta, type EtaAnswer } from '../../../src/domain/eta/derive-eta.ts';
import type { EtaChange } from '../../../src/domain/eta/change.ts';
import { bestEta } from '../../../src/domain/eta/best-eta.ts';
import { etaSeries } from '../../../src/domain/eta/series.ts';
import { tellingsOf, type EtaTarget, type EtaTelling } from '../../../src/domain/eta/telling.ts';
import type { EtaPolicy } from '../../../src/domain/eta/policy.ts';
import type { EventClassifier, EventCode } from '../../../src/domain/event-code.ts';
import { deriveJourney } from '../../../src/domain/journey/derive-journey.ts';
import { stillAhead, toldDestination } from '../../../src/domain/journey/destination.ts';
import type { FactClaim } from '../../../src/domain/journey/facts.ts';
import { placeOf } from '../../../src/domain/journey/milestone.ts';
import { runsWithin } from '../../../src/domain/journey/same-run.ts';
import type { PlaceRef, TransportRef } from '../../../src/domain/tracking-event.ts';
import { getEtaPolicy } from '../../../src/reference/eta-policy.ts';
import { factsOf, ship, told } from '../../../src/testing/journey-story.ts';
import { ningbo, rotterdam } from '../../../src/testing/sample-locations.ts';

export const bill = 'MASTER_BILL:COSU6400000017';
export const box = 'CSQU3054383';
export const meridian = ship('MERIDIAN', '012W', '9321483');

/** Loaded at Ningbo and sailed on 2 November; on its way to Rotterdam. */
export const sailed: readonly FactClaim[] = [
  told('TERMINAL', 'LOADED', '2026-11-01 22:00', ningbo, { box, load: 'FULL', on: meridian, paper: bill }),
  told('CARRIER', 'DEPARTED', '2026-11-02 06:00', ningbo, { on: meridian, paper: bill }),
];

interface Said {
  readonly by?: Parameters<typeof told>[0];
  readonly where?: PlaceRef;
  readonly as?: EventClassifier;
  readonly code?: EventCode;
  readonly on?: TransportRef;
}

/** Somebody, the carrier unless said otherwise, tells an arrival: at what time, and when we heard it (UTC). */
export function eta(when: string, heard: string, more: Said = {}): FactClaim {
  return told(more.by ?? 'CARRIER', more.code ?? 'ARRIVED', when, more.where ?? rotterdam, {
    classifier: more.as ?? 'ESTIMATED',
    on: more.on ?? meridian,
    paper: bill,
    heard: `${heard.replace(' ', 'T')}:00Z`,
  });
}

/** The ETA as it is derived at an instant from all that had been heard by then. */
export function etaAt(
  instant: string | number,
  story: readonly FactClaim[],
  policy: EtaPolicy = getEtaPolicy(),
): EtaAnswer {
  const now = typeof instant === 'number' ? instant : Date.parse(`${instant.replace(' ', 'T')}:00Z`);
  const claims = heardBy(story, now);
  const { anchor, claims: facts } = factsOf(bill, claims);
  const { legs, logistics, documents } = deriveJourney(factsOf(bill, claims), now);
  const ahead = stillAhead(toldDestination(facts, anchor), legs, [...logistics, ...documents]);
  return deriveEta({ claims: facts, legs, ahead, runOf: runsWithin(facts), now }, policy);
}

/** The ETA of an arrival that is known to be the one waited for, whatever the journey makes of the rest. */
export function etaOf(target: EtaTarget, instant: string, story: readonly FactClaim[]): EtaAnswer {
  const now = Date.parse(`${instant.replace(' ', 'T')}:00Z`);
  const series = etaSeries(tellingsOf(story, target, runsWithin(story)), null);
  return { ...bestEta(series, null, getEtaPolicy(), now), series };
}

/** Each claim with the voices that had been heard. */
function heardBy(story: readonly FactClaim[], now: number): FactClaim[] {
  return story
    .map((claim) => ({ ...claim, voices: claim.voices.filter((v) => Date.parse(v.receivedAt) <= now) }))
    .filter((claim) => claim.voices.length > 0);
}

/** `NLRTM 11-29 10:00 ESTIMATED by CARRIER`, with how long it is overdue. */
export function showBest({ best, overdueSince }: EtaAnswer): string {
  if (!best) return 'none';
  const overdue = overdueSince === null ? '' : `, overdue since ${iso(overdueSince)}`;
  return `${show(best)} ${best.basis} by ${best.voice.source.kind}${overdue}`;
}

/** A change a line: `11-05 00:00 FIRST NLRTM 11-29 10:00`. */
export function showHistory(history: readonly EtaChange[]): string {
  return history.map(({ at, reason, telling }) => `${iso(at)} ${reason} ${show(telling)}`).join('\n');
}

/** `CARRIER 11-29 10:00, 11-29 13:00 (error 60)`, a source a line. */
export function showSeries({ series }: EtaAnswer): string {
  return series
    .map(({ source, tellings, errorMinutes }) => {
      const error = errorMinutes === null ? '' : ` (error ${errorMinutes})`;
      return `${source.kind} ${tellings.map((one) => show(one)).join(', ')}${error}`;
    })
    .join('\n');
}

function show({ time, place, run }: EtaTelling): string {
  const on = run === 'VOYAGE:9321483/012W' || run === null ? '' : ` on ${run}`;
  const clock =
    time.precision === 'DAY' ? time.local.slice(5, 10) : time.local.slice(5, 16).replace('T', ' ');
  return `${placeOf(place) ?? '?'} ${clock}${on}`;
}

function iso(at: number): string {
  return new Date(at).toISOString().slice(5, 16).replace('T', ' ');
}
