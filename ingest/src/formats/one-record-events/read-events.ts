import { claim } from 'graph-schema/domain/claim';
import type { EventClassifier } from 'graph-schema/domain/event-code';
import type { Interpretation } from 'graph-schema/domain/message';
import type { Attested, Quantity, Reason, TrackingEvent } from 'graph-schema/domain/tracking-event';
import { loadCodeList } from 'graph-schema/reference/code-list';
import { kilograms } from '../../claims/air/quantity.ts';
import { findStatus, STATUS_CODES, statusClassifier, statusCode } from '../../claims/air/status-codes.ts';
import type { ClaimContext, Where } from '../../claims/claim-context.ts';
import { readTime } from '../../claims/json/iso-time.ts';
import { Repeats } from '../../claims/repeats.ts';
import { collectFindings } from '../../syntax/findings.ts';
import { asObject, type JsonObject } from '../../syntax/json-fields.ts';
import { readJsonRecords } from '../../syntax/json-records.ts';
import { interpretation, UnitTally } from '../../syntax/units.ts';
import type { ReadContext } from '../message-format.ts';
import { placeOf, readFlight } from './movement.ts';
import { codeAt, idOf, localName, NodeIndex, textAt, typesOf, valuesOf, type FoundEvent } from './nodes.ts';
import { readTargets, type Target } from './targets.ts';

const TIME_TYPES = loadCodeList('one-record-events/event-time-types');
const DEPTH_MAX = 48;
const LISTS = [['api:hasItem'], ['hasItem'], ['https://onerecord.iata.org/ns/api#hasItem'], ['@graph']];
/** An event names what it is for one by one; nobody's consignment has more. */
const MOST_TARGETS = 500;
/** An event stream may have thousands of addresses to pull: after this many, one summary per code. */
const MOST_ISSUES = 500;

interface Scope extends ClaimContext {
  readonly nodes: NodeIndex;
  readonly tally: UnitTally;
}

/**
 * IATA ONE Record, JSON-LD (how it may be written: `nodes.ts`):
 *
 *     event        = LogisticsEvent / StatusUpdateEvent, with or without @id
 *     message      = event / [event …] / Collection { hasItem: event or events } / { @graph: [node …] }
 *                  / a logistics object with events embedded at any depth / Notification
 *     event        { eventCode, eventDate, eventTimeType, creationDate, eventFor*, eventLocation, partialEventIndicator,
 *                    recordedPieceCount, recordedWeight, transferredFrom, transferredTo, transportMovementReference }
 *     Notification { hasEventType, hasLogisticsObject, hasLogisticsEvent }
 *
 * A unit is one event or one notification.
 */
export function readOneRecord(bytes: Uint8Array, context: ReadContext): Interpretation {
  const findings = collectFindings(MOST_ISSUES);
  const tally = new UnitTally();
  const nodes = new NodeIndex();
  const scope: Scope = { ...context, findings, nodes, tally };
  const options = { maxDepth: DEPTH_MAX, lists: LISTS };
  const records = readJsonRecords(bytes, context.source.defaultCharset, options, findings);
  // All nodes first: an event may refer to a shipment that stands after it.
  const found = records.map((record) => ({ record, events: nodes.add(record.value) }));
  const wrapper = records[0]?.wrapper;
  if (wrapper) nodes.add(wrapper);
  const hasEvents = found.some(({ events }) => events.length > 0);
  if (findings.issues.some(({ code }) => code === 'TRUNCATED')) {
    // What an event refers to may be in the part that is missing.
    tally.withIssuesOnly(found.reduce((units, { events }) => units + Math.max(1, events.length), 0));
    return interpretation({}, findings, tally);
  }
  const attested: Attested[] = [];
  const repeats = new Repeats(findings);
  for (const { record, events } of found) {
    const where = { at: record.path, span: record.span };
    for (const event of events) {
      const told = readEvent(event, where, scope);
      repeats.note(
        told.map((one) => one.event),
        where,
      );
      attested.push(...told);
    }
    if (events.length === 0) readOther(asObject(record.value), hasEvents, where, scope);
  }
  if (records.length === 0 && findings.issues.length === 0)
    findings.add('EMPTY_MESSAGE', 'ERROR', '$', null, null);
  const messages = attested.length > 0 ? [{ thread: null, version: 0, attested, retraction: null }] : [];
  return interpretation({ messages }, findings, tally);
}

/**
 * A notification carries the address of what changed, and nothing of it. Logistics objects beside events are there to be
 * referred to; alone they are not read.
 */
function readOther(
  record: JsonObject | null,
  hasEvents: boolean,
  { at, span }: Where,
  { findings, tally }: Scope,
): void {
  if (record && typesOf(record).includes('Notification')) {
    tally.withoutContent();
    const uri = textAt(record, 'hasLogisticsEvent', 'hasLogisticsObject') ?? '?';
    const type = localName(textAt(record, 'hasEventType') ?? 'Notification');
    findings.add('UNSUPPORTED', 'INFO', at, `${type}: to be pulled from ${uri}`, span);
    return;
  }
  if (record && hasEvents && typesOf(record).length > 0) {
    tally.withoutContent();
    return;
  }
  tally.withIssuesOnly();
  findings.add(
    record ? 'UNSUPPORTED' : 'BAD_SYNTAX',
    'ERROR',
    at,
    record ? typesOf(record).join(' ') : null,
    span,
  );
}

function readEvent({ event, parent }: FoundEvent, where: Where, scope: Scope): Attested[] {
  const { findings, nodes, tally, source } = scope;
  const refuse = (code: 'MISSING_FIELD' | 'BAD_TIME', name: string, value: string | null): Attested[] => {
    tally.withIssuesOnly();
    findings.add(code, 'ERROR', `${where.at} ${name}`, value, where.span);
    return [];
  };
  const written = codeAt(event, 'eventCode');
  if (written === null) return refuse('MISSING_FIELD', 'eventCode', textAt(event, 'eventName'));
  const date = textAt(event, 'eventDate');
  if (date === null) return refuse('MISSING_FIELD', 'eventDate', null);
  const place = placeOf(valuesOf(event, 'eventLocation', 'location')[0], nodes, where, scope);
  const time = readTime(date, place?.place ?? null, source.defaultZone);
  if (!time) return refuse('BAD_TIME', 'eventDate', date);
  if (time.zoneSource === 'SENDER_DEFAULT')
    findings.addOnce('UNKNOWN_ZONE', 'WARNING', `${where.at} eventDate`, source.defaultZone, where.span);
  const targets = readTargets(event, parent, nodes, where, scope);
  if (targets.length === 0) return refuse('MISSING_FIELD', 'eventFor', null);
  if (targets.length > MOST_TARGETS)
    findings.add('TOO_LARGE', 'ERROR', `${where.at} eventFor`, `> ${MOST_TARGETS}`, where.span);
  const status = findStatus(written);
  if (!status) findings.unmapped(STATUS_CODES, written, `${where.at} eventCode`, where.span);
  const movement = nodes.resolve(valuesOf(event, 'transportMovementReference')[0]);
  const flight = movement ? readFlight(movement, nodes, where, scope) : null;
  const common = {
    code: statusCode(status?.code ?? written, status?.discrepancy ?? null),
    classifier: classifierOf(event, status?.code ?? written, where, scope),
    time,
    place: place?.ref ?? null,
    reason: reasonOf(event, scope),
    rawCode: written,
  };
  const events = targets.slice(0, MOST_TARGETS).map((target): TrackingEvent => {
    const run = target.movement ? readFlight(target.movement, nodes, where, scope) : flight;
    return claim({
      ...common,
      documents: target.documents,
      equipment: target.equipment,
      transport: run?.transport ?? null,
      from: run?.from?.ref ?? null,
      to: run?.to?.ref ?? null,
      quantity: quantityOf(event, target),
    });
  });
  tally.withEvents();
  const created = textAt(event, 'creationDate');
  const recordedAt = created === null ? null : readTime(created, null, 'UTC');
  return events.map((one) => ({
    event: one,
    messageRef: idOf(event)?.slice(0, 256) ?? null,
    span: where.span,
    recordedAt: recordedAt?.instant ?? null,
  }));
}

function classifierOf(event: JsonObject, code: string, where: Where, { findings }: Scope): EventClassifier {
  const type = codeAt(event, 'eventTimeType');
  const row = type === null ? null : TIME_TYPES.find(type);
  if (type !== null && !row) findings.unmapped(TIME_TYPES, type, `${where.at} eventTimeType`, where.span);
  const said = (row?.canonical ?? null) as EventClassifier | null;
  // Prepared for loading is announced, however actual the announcement is.
  const meant = statusClassifier(code);
  return meant === 'ACTUAL' ? (said ?? 'ACTUAL') : meant;
}

/** Pieces that the event counts, else those that it names one by one. */
function quantityOf(event: JsonObject, target: Target): Quantity | null {
  const counted = Number(textAt(event, 'recordedPieceCount') ?? Number.NaN);
  const pieces = Number.isInteger(counted) && counted >= 0 ? counted : target.pieces;
  const weight = asObject(valuesOf(event, 'recordedWeight')[0]);
  const value = Number(textAt(weight, 'numericalValue', 'value') ?? Number.NaN);
  const unit = codeAt(weight, 'unit') ?? 'KGM';
  const grossKg = Number.isFinite(value) ? (unit.startsWith('LB') ? kilograms(value, 'L') : value) : null;
  if (pieces === null && grossKg === null) return null;
  return { pieces, grossKg, ofPieces: null };
}

/** The carrier that hands over or takes over, by its code or name. */
function reasonOf(event: JsonObject, { nodes }: Scope): Reason | null {
  const party = nodes.resolve(valuesOf(event, 'transferredFrom', 'transferredTo')[0]);
  if (!party) return null;
  const code = textAt(party, 'airlineCode', 'iataCarrierCode', 'shortName');
  const text = textAt(party, 'name');
  return code === null && text === null ? null : { scheme: 'IATA-CARRIER', code, text };
}
