import { claim } from 'graph-schema/domain/claim';
import type { TrackingEvent } from 'graph-schema/domain/tracking-event';
import { loadCodeList } from 'graph-schema/reference/code-list';
import {
  readBills,
  readConveyance,
  readPorts,
  type Conveyance,
  type PortLoop,
} from '../../claims/x12/cbp.ts';
import { readEquipment } from '../../claims/x12/equipment.ts';
import type { X12Context } from '../../claims/x12/interchange.ts';
import { splitLoops, type X12Loop } from '../../claims/x12/loops.ts';
import { readMeaning } from '../../claims/x12/meaning.ts';
import { distinct, readDocument } from '../../claims/x12/references.ts';
import { emptyUnit, type X12Unit } from '../../claims/x12/set-reader.ts';
import type { X12Set } from '../../syntax/x12/envelope.ts';
import type { X12Segment } from '../../syntax/x12/segment.ts';
import type { Where } from '../../claims/claim-context.ts';

const NOTIFICATIONS = loadCodeList('x12-353/entity-qualifier');

/** What the number of a notification is, as its list says beside the event. */
const SUBJECTS = ['TRANSIT', 'MASTER_BILL', 'CONTAINER', 'VOYAGE'] as const;

/**
 * US customs events advisory: what a carrier tells customs of cargo in bond and of its ships and trains.
 *
 *   M10 P4 { M15 * kind * number * date * Schedule D port * SCAC * time * seal * * * city * state }
 */
export function readCustomsEvents(set: X12Set, context: X12Context): X12Unit[] {
  const conveyance = readConveyance(set.segments, set.at, context);
  return readPorts(set.segments, set.at, context).flatMap((port) =>
    splitLoops(port.segments, 'M15').loops.map((loop, index) =>
      readNotification(loop, port, conveyance, `${port.at}/M15[${index + 1}]`, context),
    ),
  );
}

function readNotification(
  { first, span }: X12Loop,
  { port }: PortLoop,
  conveyance: Conveyance,
  at: string,
  context: X12Context,
): X12Unit {
  const where = { at, span: first };
  const kind = first.code(1);
  const row = kind === null ? null : NOTIFICATIONS.find(kind);
  if (kind === null || first.read(2) === null) {
    context.findings.add(
      'MISSING_FIELD',
      'ERROR',
      at,
      kind === null ? 'kind (M1501)' : 'number (M1502)',
      span,
    );
    return emptyUnit(span);
  }
  if (!row) context.findings.unmapped(NOTIFICATIONS, kind, at, first);
  const words = row?.canonical?.split(' ') ?? [];
  const subject = SUBJECTS.find((one) => words.includes(one)) ?? 'TRANSIT';
  const named = subjectOf(subject, first, conveyance, where, context);
  if (!named) {
    // What is wrong with the number of a box has been told.
    if (subject !== 'CONTAINER') context.findings.add('BAD_IDENTIFIER', 'ERROR', at, first.read(2), span);
    return emptyUnit(span);
  }
  const city = first.read(4) === null ? { name: first.read(10), state: first.code(11) } : {};
  const own = context.placesAndTimes.place({ qualifier: 'D', code: first.code(4), ...city }, where);
  const place = own ?? port;
  const time = context.placesAndTimes.time({ date: first.read(3), time: first.read(6) }, place, where);
  if (!time) return emptyUnit(span);
  const code = row?.canonical ? readMeaning(row.canonical).code : 'UNMAPPED_DOCUMENT';
  const event = claim({
    ...named,
    code,
    classifier: 'ACTUAL',
    time,
    place: place?.ref ?? null,
    rawCode: kind,
  });
  return { events: [event], span };
}

/** What the notification is about; null when its number is none. */
function subjectOf(
  subject: (typeof SUBJECTS)[number],
  m15: X12Segment,
  { transport, scac: carrier }: Conveyance,
  where: Where,
  context: X12Context,
): Partial<TrackingEvent> | null {
  const number = m15.read(2) ?? '';
  const scac = m15.code(5) ?? carrier;
  switch (subject) {
    case 'CONTAINER': {
      const seal = m15.read(7);
      const seals = seal === null ? [] : [seal];
      const equipment = readEquipment({ initial: null, number, seals }, where, context);
      return equipment && { equipment, transport };
    }
    case 'VOYAGE':
      return transport && { transport: { ...transport, voyage: transport.voyage ?? number } };
    case 'MASTER_BILL': {
      const documents = readBills({ number, scac }, { number: null, scac: null }, where, context);
      return documents.length === 0 ? null : { documents, transport };
    }
    case 'TRANSIT': {
      const documents = distinct([readDocument('TRANSIT', number, 'M1502', null, where, context)]);
      return documents.length === 0 ? null : { documents, transport };
    }
  }
}
