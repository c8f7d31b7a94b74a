import { claim } from 'graph-schema/domain/claim';
import type { Attested, TrackingEvent } from 'graph-schema/domain/tracking-event';
import type { ClaimContext, Where } from '../../claims/claim-context.ts';
import { numbersOf } from '../../claims/dcsa/bill-numbers.ts';
import { flattenLocation } from '../../claims/dcsa/location.ts';
import type { MessageReader } from '../../claims/dcsa/message-reader.ts';
import { boxesOf, goodsOf, partiesOf } from '../../claims/dcsa/paper-cargo.ts';
import { readTime } from '../../claims/json/iso-time.ts';
import { versionOf } from '../../claims/message-action.ts';
import { asObject, textOf, type JsonObject } from '../../syntax/json-fields.ts';
import { NOTHING, type UnitOutcome } from '../../syntax/units.ts';
import { chargesDue } from './charges.ts';
import { freeTimeClaims } from './free-time.ts';
import { scheduleClaims, shipAtDischarge } from './schedule.ts';

/**
 * One notice: that it was sent, with parties, goods and boxes; when the ship is due, and what else it dates; how long the
 * boxes may stay for free. Each tells of the bill (or the box of a free time) and hangs on one thread, so that a later
 * notice of the same kind replaces all of it.
 */
export function readNotice(
  record: JsonObject,
  where: Where,
  reader: MessageReader,
  context: ClaimContext & { readonly receivedAt: string },
): UnitOutcome {
  // Notifications of the beta are CloudEvents: the notice is their data.
  const notice: JsonObject = { issueDateTime: record['time'], ...record, ...asObject(record['data']) };
  const { findings, source } = context;
  const numbers = numbersOf(notice, where, context);
  if (!numbers) return NOTHING;
  const written = textOf(notice, 'issueDateTime', 'issueDate');
  const issued = written === null ? null : readTime(written, null, source.defaultZone);
  const transport = asObject(notice['transport']) ?? asObject(notice['transports']) ?? notice;
  const placeOf = (name: string) => reader.place(flattenLocation(asObject(transport[name])), where);
  const boxes = boxesOf(notice, where, reader);
  const sent =
    issued &&
    claim({
      code: 'ARRIVAL_NOTICE_SENT',
      classifier: 'ACTUAL',
      time: issued,
      documents: numbers.documents,
      contents: boxes,
      transport: shipAtDischarge(notice, transport, reader, where),
      from: placeOf('portOfLoading')?.ref ?? null,
      to: (placeOf('placeOfDelivery') ?? placeOf('portOfDischarge'))?.ref ?? null,
      parties: partiesOf(notice, where, reader),
      goods: goodsOf(notice),
      rawCode: textOf(notice, 'versionLabel'),
    });
  const events = [
    ...(sent ? [sent] : []),
    // House bills under one ocean bill are consignments of their own: each stands beside its master, not its sisters.
    // Which boxes and goods are whose, the notice does not say.
    ...numbers.houses.flatMap((house): TrackingEvent[] =>
      sent
        ? [
            {
              ...sent,
              documents: [numbers.bill, house],
              contents: [],
              goods: [],
              parties: [],
            },
          ]
        : [],
    ),
    ...scheduleClaims(notice, transport, [numbers.bill], where, reader),
    ...freeTimeClaims(notice, transport, [numbers.bill], where, reader),
    ...(issued ? chargesDue(notice, issued, [numbers.bill], where, reader) : []),
  ];
  if (!issued) {
    // What else it dates holds all the same.
    const problem = written === null ? 'MISSING_FIELD' : 'BAD_TIME';
    const severity = events.length === 0 ? 'ERROR' : 'WARNING';
    findings.add(problem, severity, `${where.at}.issueDateTime`, written, where.span);
    if (events.length === 0) return NOTHING;
  }
  const version = issued?.instant ?? context.receivedAt;
  return { message: messageOf(notice, numbers.bill.number, version, issued?.instant ?? null, events, where) };
}

function messageOf(
  notice: JsonObject,
  bill: string,
  newness: string,
  recordedAt: string | null,
  events: readonly TrackingEvent[],
  { span }: Where,
): NonNullable<UnitOutcome['message']> {
  const kind = textOf(notice, 'typeLabel');
  const thread = `DCSA-AN:${bill}${kind === null ? '' : `:${kind.slice(0, 100)}`}`;
  const version = versionOf(newness);
  const messageRef = textOf(notice, 'id') ?? bill;
  const attested = events.map((event): Attested => ({ event, messageRef, span, recordedAt }));
  return { thread, version, attested, retraction: { kind: 'REPLACE', thread, version } };
}
