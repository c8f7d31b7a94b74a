import type { Gazetteer } from 'graph-schema/domain/place';
import type { SourceProfile } from 'graph-schema/domain/source';
import type { TableMapping } from 'graph-schema/domain/table-mapping';
import type { TrackingEvent } from 'graph-schema/domain/tracking-event';
import { sampleGazetteer } from 'graph-schema/testing/sample-gazetteer';
import { sampleSource } from 'graph-schema/testing/sample-source';
import { FORMATS } from '../../src/formats/index.ts';
import { readMessage } from '../../src/pipeline/read.ts';

/** What a message came to: a line per claim, then a line per finding, then how its units were counted. */
export interface Received {
  readonly claims: readonly TrackingEvent[];
  /** `line 2/ETD UNKNOWN_ZONE` */
  readonly findings: readonly string[];
  /** Units that a sender sent, and those that nothing was taken of. */
  readonly units: number;
  readonly refused: number;
}

/** Reads text as the ingest process would that a sender pushed at noon of 21 November 2026, UTC. */
export function received(
  text: string,
  sender: Partial<SourceProfile> = {},
  places: Gazetteer = sampleGazetteer,
): Received {
  const context = { receivedAt: '2026-11-21T12:00:00Z', source: { ...sampleSource, ...sender }, places };
  const { interpretation } = readMessage(new Uint8Array(Buffer.from(text)), context, FORMATS);
  const { messages, issues, counts } = interpretation;
  return {
    claims: messages.flatMap(({ attested }) => attested.map(({ event }) => event)),
    findings: issues.map(({ at, code }) => `${at} ${code}`),
    units: counts.units,
    refused: counts.withIssuesOnly,
  };
}

/** A sender of tables whose columns an operator has said. */
export function senderOfTables(
  columns: TableMapping['columns'],
  more: Partial<Pick<TableMapping, 'events' | 'constants' | 'codes'>> = {},
): Partial<SourceProfile> {
  const match = Object.values(columns).flatMap(([first]) => first ?? []);
  const mapping = { id: 'told', name: 'As told', match, sheet: null, columns, events: [], constants: {}, codes: {}, dateFormats: [] }; // prettier-ignore
  return { kind: 'FORWARDER', tables: [{ ...mapping, ...more }] };
}

/** `2026-12-05 23:30 (zone assumed)`, a day alone without its time; the wall clock as it was told. */
export function clockOf({ time }: TrackingEvent): string {
  const told = time.local.slice(0, time.precision === 'DAY' ? 10 : 16).replace('T', ' ');
  return time.zoneSource === 'SENDER_DEFAULT' ? `${told} (zone assumed)` : told;
}

/** `MASTER_BILL:COSU6400000017 BOOKING:8200000017` */
export function papersOf({ documents }: TrackingEvent): string {
  return documents.map(({ scheme, number }) => `${scheme}:${number}`).join(' ');
}
