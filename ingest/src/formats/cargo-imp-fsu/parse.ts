import { parseAwb } from 'graph-schema/codes/awb';
import { documentRef } from 'graph-schema/domain/claim';
import type { Interpretation, IssueCode, IssueSeverity, ReadMessage } from 'graph-schema/domain/message';
import { resolveAirport, type ResolvedPlace } from 'graph-schema/domain/resolve-place';
import type { Attested } from 'graph-schema/domain/tracking-event';
import { readCargoImp, type CargoImpLine, type CargoImpMessage } from '../../syntax/cargo-imp.ts';
import { telexSentAt } from '../../syntax/cargo-imp/telex.ts';
import { versionOf } from '../../claims/message-action.ts';
import { latin1 } from '../../syntax/charset.ts';
import { collectFindings, type Findings } from '../../syntax/findings.ts';
import { interpretation, UnitTally } from '../../syntax/units.ts';
import type { ReadContext } from '../message-format.ts';
import { readConsignments, type ConsignmentLines } from './consignments.ts';
import { departures } from './departures.ts';
import { readTotalPieces } from './quantity.ts';
import { statusToEvents } from './to-events.ts';

/** What one file gave so far. */
interface Yield {
  readonly messages: ReadMessage[];
  readonly findings: Findings;
  readonly tally: UnitTally;
}

/** Grammar in `consignments.ts`, envelopes in `syntax/cargo-imp.ts`. A unit is one status line. */
export function readFsu(bytes: Uint8Array, context: ReadContext): Interpretation {
  const file = readCargoImp(latin1(bytes));
  const into: Yield = { messages: [], findings: collectFindings(), tally: new UnitTally() };
  for (const line of file.stray) reject(into, 'BAD_SYNTAX', line);
  for (const message of file.messages) {
    if (message.type === 'FSU' || message.type === 'FSA') readMessage(message, context, into);
    else reject(into, 'UNSUPPORTED', message.identification);
  }
  if (file.messages.length === 0 && file.stray.length === 0) raiseWhole(into, 'EMPTY_MESSAGE', 'ERROR', null);
  if (file.interchange === 'MISSING') raiseWhole(into, 'TRUNCATED', 'WARNING', 'UNZ');
  if (file.interchange === 'MISMATCH') raiseWhole(into, 'BAD_ENVELOPE', 'WARNING', 'UNZ');
  return interpretation({ messages: into.messages }, into.findings, into.tally);
}

function readMessage(message: CargoImpMessage, context: ReadContext, into: Yield): void {
  const { consignments, unreadable } = readConsignments(message.lines);
  const statuses = consignments.flatMap((consignment) => consignment.statuses);
  if (message.trailer === 'MISSING') {
    // Its last line may be cut in the middle of a number, so nothing of it is taken.
    for (const { line } of statuses) reject(into, 'TRUNCATED', line);
    if (statuses.length === 0) reject(into, 'TRUNCATED', message.identification);
    return;
  }
  if (message.trailer === 'MISMATCH') raiseWhole(into, 'BAD_ENVELOPE', 'WARNING', 'UNT');
  for (const line of unreadable) reject(into, 'BAD_SYNTAX', line);
  if (statuses.length === 0 && unreadable.length === 0)
    raise(into, 'MISSING_FIELD', 'ERROR', message.identification, null);

  const sentAt = message.telex && telexSentAt(message.telex, context.receivedAt);
  const reference =
    message.reference ?? (message.telex?.origin && sentAt ? `${message.telex.origin} ${sentAt}` : null);
  const attested: Attested[] = [];
  const known = new Map<string, ResolvedPlace>();
  const departureOf = departures(statuses, context.receivedAt);
  for (const consignment of consignments) {
    const document = awbOf(consignment, into);
    const pieces = readTotalPieces(consignment.quantity);
    for (const status of consignment.statuses) {
      const { line } = status;
      const events = statusToEvents(status, {
        context,
        consignment,
        document,
        sentAt,
        departureOf,
        pieces,
        raise: (code, severity, value) => raise(into, code, severity, line, value),
        unmapped: (list, code) => into.findings.unmapped(list, code, `line ${line.number}`, line),
        airport: (iata) => {
          const resolved = known.get(iata) ?? resolveAirport(iata, context.places);
          if (!known.has(iata) && !resolved.place) raise(into, 'UNKNOWN_PLACE', 'WARNING', line, iata);
          known.set(iata, resolved);
          return resolved;
        },
      });
      if (events.length > 0) into.tally.withEvents();
      else into.tally.withIssuesOnly();
      if (events.some(({ time }) => time.zoneSource === 'SENDER_DEFAULT')) {
        raise(into, 'UNKNOWN_ZONE', 'WARNING', line, context.source.defaultZone);
      }
      const span = { start: line.start, end: line.end };
      for (const event of events) attested.push({ event, messageRef: reference, span, recordedAt: sentAt });
    }
  }
  // FSU has neither a number of its own nor a function: nothing in it can be withdrawn, corrections are repeats.
  const version = versionOf(sentAt);
  if (attested.length > 0) into.messages.push({ thread: null, version, attested, retraction: null });
}

/** The waybill as the key of its shipment; one whose check digit fails is kept as written. */
function awbOf(consignment: ConsignmentLines, into: Yield) {
  const awb = parseAwb(consignment.awb);
  if (!awb.ok) raise(into, awb.problem, 'WARNING', consignment.line, consignment.awb);
  return documentRef('AWB', awb.value, { issuer: awb.value.slice(0, 3), declaredAs: 'AWB' });
}

function reject(into: Yield, code: IssueCode, line: CargoImpLine): void {
  into.tally.withIssuesOnly();
  raise(into, code, 'ERROR', line, line.text);
}

function raise(
  { findings }: Yield,
  code: IssueCode,
  severity: IssueSeverity,
  line: CargoImpLine,
  value: string | null,
): void {
  findings.add(code, severity, `line ${line.number}`, value, line);
}

function raiseWhole(
  { findings }: Yield,
  code: IssueCode,
  severity: IssueSeverity,
  value: string | null,
): void {
  findings.add(code, severity, 'message', value, null);
}
