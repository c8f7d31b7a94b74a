import { eventTimeAt } from 'graph-schema/domain/event-time';
import type { ReadMessage, Retraction } from 'graph-schema/domain/message';
import type { Attested, Span, TrackingEvent } from 'graph-schema/domain/tracking-event';
import type { EdifactMessage } from '../../syntax/edifact/envelope.ts';
import type { UnitTally } from '../../syntax/units.ts';
import { minuteVersion } from '../message-action.ts';
import type { ClaimContext } from '../claim-context.ts';
import type { EdifactContext, EdifactReader } from '../edifact/interchange.ts';
import { readReport, type EdifactReport } from './report.ts';

/** What a unit of a report says. Without events, the reader has added the finding that says why. */
export interface ReportUnit {
  readonly events: readonly TrackingEvent[];
  readonly span: Span;
}

export type ReportContext = EdifactContext;

/** Turns one report into units: its boxes, and the vessel's call where it is told. */
export type ReportReader = (report: EdifactReport, context: ReportContext) => readonly ReportUnit[];

/**
 * Reads reports of type `type`.
 *
 * - A cancellation is a retraction; the boxes that it lists claim nothing.
 * - `thread` is `<type>:<BGM 1004>`. `version` is the sent time in seconds, moved on by one for a replacement and by
 *   two for a cancellation: messages are stamped to the minute, and within it the correction comes last.
 */
export function reportReader(type: string, read: ReportReader): EdifactReader {
  return {
    unit: 'EQD',
    read: (message, context) => [
      interpretReport(type, readReport(message, context.findings), context, read, context.tally),
    ],
  };
}

function unitsOf(message: EdifactMessage): number {
  return Math.max(1, message.segments.filter((segment) => segment.tag === 'EQD').length);
}

function interpretReport(
  type: string,
  report: EdifactReport,
  context: ReportContext,
  read: ReportReader,
  tally: UnitTally,
): ReadMessage {
  const recordedAt =
    report.sent && (eventTimeAt(report.sent, null, context.source.defaultZone)?.instant ?? null);
  const version = minuteVersion(recordedAt, report.action);
  const thread = report.reference === null ? null : `${type}:${report.reference.toUpperCase()}`;
  const retraction = retractionOf(type, report, version, context);
  if (report.action === 'CANCEL') {
    if (retraction) tally.withoutContent(unitsOf(report.message));
    else tally.withIssuesOnly(unitsOf(report.message));
    return { thread, version, attested: [], retraction };
  }
  const attested: Attested[] = [];
  const units = read(report, context);
  for (const { events, span } of units) {
    if (events.length === 0) tally.withIssuesOnly();
    else tally.withEvents();
    for (const event of events) attested.push({ event, messageRef: report.reference, span, recordedAt });
  }
  if (units.length === 0) {
    context.findings.add('MISSING_FIELD', 'ERROR', report.message.at, 'EQD', report.message.span);
    tally.withIssuesOnly();
  }
  return { thread, version, attested, retraction };
}

function retractionOf(
  type: string,
  report: EdifactReport,
  version: number,
  { findings }: ClaimContext,
): Retraction | null {
  if (report.action === 'ORIGINAL') return null;
  const reference = report.earlierReference ?? report.reference;
  if (reference === null) {
    findings.add(
      'MISSING_FIELD',
      'ERROR',
      `${report.message.at}/BGM`,
      'number of what is withdrawn',
      report.message.span,
    );
    return null;
  }
  return { kind: report.action, thread: `${type}:${reference.toUpperCase()}`, version };
}
