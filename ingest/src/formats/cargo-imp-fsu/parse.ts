import type { TelexReader } from '../../claims/air/cargo-imp-family.ts';
import { readTotalPieces } from '../../claims/air/quantity.ts';
import { waybillRef } from '../../claims/air/waybill.ts';
import { versionOf } from '../../claims/message-action.ts';
import type { Attested } from 'graph-schema/domain/tracking-event';
import { readConsignments } from './consignments.ts';
import { departures } from './departures.ts';
import { statusToEvents } from './to-events.ts';

/** Grammar in `consignments.ts`, envelopes in `syntax/cargo-imp.ts`. A unit is one status line. */
export const fsuReader: TelexReader = {
  unitsOf: ({ lines }) =>
    readConsignments(lines).consignments.flatMap(({ statuses }) => statuses.map(({ line }) => line)),
  read: (message, scope) => {
    const { context, sentAt, tally, findings, raise } = scope;
    const { consignments, unreadable } = readConsignments(message.lines);
    const statuses = consignments.flatMap((consignment) => consignment.statuses);
    for (const line of unreadable) scope.reject('BAD_SYNTAX', line);
    if (statuses.length === 0 && unreadable.length === 0)
      scope.raise('MISSING_FIELD', 'ERROR', message.identification, null);
    const attested: Attested[] = [];
    const departureOf = departures(statuses, context.receivedAt);
    for (const consignment of consignments) {
      const document = waybillRef(consignment.awb, consignment.line, scope);
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
          raise: (code, severity, value) => raise(code, severity, line, value),
          unmapped: (list, code) => findings.unmapped(list, code, `line ${line.number}`, line),
          airport: (iata) => scope.airport(iata, line),
        });
        if (events.length > 0) tally.withEvents();
        else tally.withIssuesOnly();
        attested.push(...scope.attest(events, line));
      }
    }
    // FSU has neither a number of its own nor a function: nothing in it can be withdrawn, corrections are repeats.
    if (attested.length === 0) return [];
    return [{ thread: null, version: versionOf(sentAt), attested, retraction: null }];
  },
};
