import { claim } from 'graph-schema/domain/claim';
import type { TelexReader } from '../../claims/air/cargo-imp-family.ts';
import { documentTime } from '../../claims/air/document-time.ts';
import { readRatedGoods } from '../../claims/air/goods.ts';
import { readFullDate } from '../../claims/air/moment.ts';
import { readParties } from '../../claims/air/parties.ts';
import { readQuantity } from '../../claims/air/quantity.ts';
import { readConsignmentLine, waybillRef } from '../../claims/air/waybill.ts';
import { readSegments, type Segment } from '../../syntax/cargo-imp/segments.ts';
import { plannedFlights } from './planned-flights.ts';

/**
 * Body of FWB, versions 9 to 17:
 *
 *     999-12345675PEKJFK/T10K250.0MC1.50       waybill, origin, destination, pieces and weight
 *     FLT/CA981/21/CA123/22                    booked flights with their days        → planned-flights.ts
 *     RTG/JFKCA/LAXUA                          route: airport and carrier of each leg
 *     SHP … CNE … AGT … NFY … OCI …            parties and their identifiers         → claims/air/parties.ts
 *     RTD/1/P10/K250.0/… /NG/…                 goods                                 → claims/air/goods.ts
 *     ISU/20NOV26/BEIJING/…                    day and place of issue
 *     SSR OSI ACC CVD OTH PPD COL CER CDC REF SPH NOM SRI SII COR …   carriage charges and handling: not kept
 *
 * A unit is one message, which is one waybill.
 */
export const fwbReader: TelexReader = {
  unitsOf: ({ identification }) => [identification],
  read: (message, scope) => {
    const [first = message.identification, ...rest] = message.lines;
    const consignment = readConsignmentLine(first.text);
    if (!consignment) {
      scope.reject(first === message.identification ? 'MISSING_FIELD' : 'BAD_SYNTAX', first);
      return [];
    }
    const { segments, unreadable } = readSegments(rest);
    for (const line of unreadable) scope.raise('BAD_SYNTAX', 'WARNING', line, line.text);
    const document = waybillRef(consignment.awb, first, scope);
    const origin = consignment.origin === null ? null : scope.airport(consignment.origin, first);
    const destination =
      consignment.destination === null ? null : scope.airport(consignment.destination, first);
    const issue = findRow(segments, 'ISU');
    const issued = issue ? readFullDate(issue.fields[0] ?? '') : null;
    if (issue && issued === null) scope.raise('BAD_TIME', 'WARNING', issue.line, issue.fields[0] ?? '');
    const time = documentTime(issued, origin?.place ?? null, first, scope);
    if (!time) {
      scope.reject('BAD_TIME', issue?.line ?? first);
      return [];
    }
    const { goods, ulds } = readRatedGoods(rowsOf(segments, 'RTD'));
    const common = {
      documents: [document],
      quantity: readQuantity(consignment.rest, null),
      from: origin?.ref ?? null,
      to: destination?.ref ?? null,
    };
    const bill = claim({
      ...common,
      code: 'BL_ISSUED',
      classifier: 'ACTUAL',
      time,
      place: origin?.ref ?? null,
      contents: ulds,
      parties: readParties(segments, 'BELOW', scope),
      goods,
      rawCode: 'FWB',
    });
    const flights = plannedFlights(rowsOf(segments, 'FLT'), rowsOf(segments, 'RTG'), {
      consignment,
      common,
      near: time.local.slice(0, 10),
      scope,
    });
    scope.tally.withEvents();
    const last = message.lines.at(-1) ?? first;
    const attested = [
      ...scope.attest([bill], first, last),
      ...flights.flatMap(({ events, line }) => scope.attest(events, line)),
    ];
    return scope.asVersion(`FWB:${document.number}`, attested);
  },
};

function findRow(segments: readonly Segment[], code: string) {
  return segments.find((segment) => segment.code === code)?.rows[0] ?? null;
}

function rowsOf(segments: readonly Segment[], code: string) {
  return segments.flatMap((segment) => (segment.code === code ? segment.rows : []));
}
