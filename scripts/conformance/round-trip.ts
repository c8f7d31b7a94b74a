import { identifierKey } from '../../graph-schema/src/domain/identifier.ts';
import type { FactClaim, JourneyFacts } from '../../graph-schema/src/domain/journey/facts.ts';
import type { Interpretation } from '../../graph-schema/src/domain/message.ts';
import type { TrackingEvent } from '../../graph-schema/src/domain/tracking-event.ts';
import { eventId } from '../../graph-schema/src/identity/event-id.ts';
import { listFixtures, type Fixture } from '../../ingest/src/testing/fixture-files.ts';
import { readFixture } from '../../ingest/src/testing/read-fixture.ts';

// What was read from one standard and told in another is read again: what comes back is what was said, and what the other one has
// no room for is counted by field.

/** A standard that is told, and the reader of what was told. */
export interface Standard {
  readonly tell: (claim: FactClaim, facts: JourneyFacts) => object | null;
  readonly read: (told: object) => Interpretation;
}

export interface LossReport {
  told: number;
  /** By code: the standard has no word for it, or wants what nobody said. */
  readonly leftOut: Record<string, number>;
  /** By field: what was said and is not, or otherwise, when read again. */
  readonly changed: Record<string, number>;
  /** Findings of the reader that keep something from being taken. */
  readonly errors: string[];
}

export function fixturesOf(format: string): Fixture[] {
  return listFixtures().filter((fixture) => fixture.format === format);
}

/** What the samples of a format say; what is said of a ship is told of the cargos aboard, and left out. */
export function eventsOfFixtures(format: string): TrackingEvent[] {
  return fixturesOf(format)
    .flatMap((fixture) => readFixture(fixture).messages.flatMap(({ attested }) => attested))
    .flatMap(({ event }) => (event.equipment || event.documents.length > 0 ? [event] : []));
}

export function lossOf(format: string, { tell, read }: Standard): LossReport {
  const found: LossReport = { told: 0, leftOut: {}, changed: {}, errors: [] };
  const count = (of: Record<string, number>, name: string) => (of[name] = (of[name] ?? 0) + 1);
  for (const event of eventsOfFixtures(format)) {
    const facts = factsOf(event, format);
    const [claim] = facts.claims;
    const told = claim ? tell(claim, facts) : null;
    if (!told) {
      count(found.leftOut, event.code);
      continue;
    }
    found.told += 1;
    const { messages, issues } = read(told);
    found.errors.push(...issues.filter(({ severity }) => severity === 'ERROR').map(({ code, at }) => `${code} ${at}`));
    const again = messages.flatMap(({ attested }) => attested.map((one) => one.event));
    if (again.length === 0) found.errors.push(`nothing is read of ${JSON.stringify(told)}`);
    const nearest = again.find((read_) => read_.equipment?.reference === event.equipment?.reference) ?? again[0];
    if (!nearest) continue;
    for (const name of Object.keys(event) as (keyof TrackingEvent)[])
      if (textOf(event, name) !== textOf(nearest, name)) count(found.changed, name);
  }
  return found;
} // prettier-ignore

/** A standard that is told of what was told in another one before, and read: what both have no room for is lost. */
export function behind(first: Standard, format: string, { tell, read }: Standard): Standard {
  return {
    tell(claim, facts) {
      const told = first.tell(claim, facts);
      const [event] = told ? first.read(told).messages.flatMap(({ attested }) => attested.map((one) => one.event)) : [];
      const again = event && factsOf(event, format);
      return again?.claims[0] ? tell(again.claims[0], again) : null;
    },
    read,
  };
} // prettier-ignore

/** A claim alone on the shipment of its own papers. */
export function factsOf(event: TrackingEvent, format: string): JourneyFacts {
  const papers = event.documents.map(({ scheme, number }) => identifierKey(scheme, number));
  const anchor = papers.find((key) => key.startsWith('MASTER_BILL:')) ?? papers[0] ?? 'CONTAINER:NONE';
  const box = event.equipment?.kind === 'CONTAINER' ? event.equipment.reference : null;
  const voice = {
    source: { id: 's', name: 's', nameZh: null, kind: 'CARRIER', trust: {} },
    rawId: 'r', sha256: '', format, receivedAt: '2026-11-21T02:00:00Z', messageRef: null, span: { start: 0, end: 0 },
  } as const; // prettier-ignore
  return {
    shipmentId: 'shp_aaaaaaaaaaaaaaaa',
    anchor,
    master: null,
    houses: [],
    documents: papers,
    cycles: box === null ? [] : [{ id: 'y', container: box }],
    claims: [{ id: eventId(event), event, cycleId: box === null ? null : 'y', inherited: false, voices: [voice] }],
  };
} // prettier-ignore

/** What counts of a field: the numbers of papers, not what their senders called them; the instant of a time. */
function textOf(event: TrackingEvent, name: keyof TrackingEvent): string {
  if (name === 'documents') return event.documents.map(({ scheme, number }) => `${scheme}:${number}`).sort().join();
  if (name === 'equipment') return event.equipment?.reference ?? '';
  if (name === 'time') return event.time.instant;
  return JSON.stringify(event[name]);
} // prettier-ignore
