import { parseHouseAirWaybill } from 'graph-schema/codes/house-bill';
import { claim, documentRef, goods } from 'graph-schema/domain/claim';
import type { DocumentRef, GoodsRef, TrackingEvent } from 'graph-schema/domain/tracking-event';
import type { TelexReader } from '../../claims/air/cargo-imp-family.ts';
import { documentTime } from '../../claims/air/document-time.ts';
import { readParties } from '../../claims/air/parties.ts';
import { readQuantity } from '../../claims/air/quantity.ts';
import type { TelexScope } from '../../claims/air/telex-scope.ts';
import { unNumberIn } from '../../claims/air/un-number.ts';
import { readConsignmentLine, waybillRef } from '../../claims/air/waybill.ts';
import { readSegments, type Segment } from '../../syntax/cargo-imp/segments.ts';

/**
 * Body of FHL, versions 2 to 5:
 *
 *     MBI/999-12345675PEKJFK/T10K250.0                       master
 *     HBS/HAWB0001/PEKJFK/5/K125.0/20/ELECTRONICS            house, route, pieces, weight, pieces counted by the shipper, goods
 *     /ELI/SPX                                               special handling
 *     TXT/<more about the goods>   HTS/85044090/…            of the house before them
 *     OCI/… SHP/<name> … CNE/<name> … CVD/…
 *
 * A unit is one house. Each makes one claim with its master, so that sisters stay apart.
 */
export const fhlReader: TelexReader = {
  unitsOf: ({ lines, identification }) => {
    const houses = lines.filter(({ text }) => text.startsWith('HBS/'));
    return houses.length > 0 ? houses : [identification];
  },
  read: (message, scope) => {
    const { segments, unreadable } = readSegments(message.lines);
    for (const line of unreadable) scope.raise('BAD_SYNTAX', 'WARNING', line, line.text);
    const master = segments.find(({ code }) => code === 'MBI')?.rows[0];
    const consignment = master ? readConsignmentLine(master.fields.join('/')) : null;
    const houses = housesOf(segments);
    if (!master || !consignment) {
      const line = master?.line ?? message.identification;
      const lost = houses.length > 0 ? houses.map((house) => house[0]?.rows[0]?.line ?? line) : [line];
      for (const one of lost) scope.reject('MISSING_FIELD', one, 'MBI');
      return [];
    }
    if (houses.length === 0) scope.reject('MISSING_FIELD', master.line, 'HBS');
    const document = waybillRef(consignment.awb, master.line, scope);
    return houses.flatMap((house) => {
      const line = house[0]?.rows[0]?.line ?? master.line;
      const event = readHouse(house, document, scope);
      if (!event) return [];
      scope.tally.withEvents();
      // Forwarders send a message for each house as well as one for all: each house replaces itself only.
      const thread = `FHL:${document.number}:${event.documents[0]?.number}`;
      return scope.asVersion(thread, scope.attest([event], line, house.at(-1)?.rows.at(-1)?.line));
    });
  },
};

/** Each house with the segments that follow it. */
function housesOf(segments: readonly Segment[]): (readonly Segment[])[] {
  const houses: Segment[][] = [];
  for (const segment of segments) {
    if (segment.code === 'HBS') houses.push([segment]);
    else houses.at(-1)?.push(segment);
  }
  return houses;
}

function readHouse(house: readonly Segment[], master: DocumentRef, scope: TelexScope): TrackingEvent | null {
  const row = house[0]?.rows[0];
  if (!row) return null;
  const { fields, line } = row;
  const [number = '', route = '', pieces = '', weight = ''] = fields;
  const hawb = parseHouseAirWaybill(number);
  if (hawb.value === '') {
    scope.reject('MISSING_FIELD', line);
    return null;
  }
  if (!hawb.ok) scope.raise(hawb.problem, 'WARNING', line, number);
  const isRoute = /^[A-Z]{6}$/.test(route);
  if (!isRoute) scope.raise('BAD_SYNTAX', 'WARNING', line, route);
  const from = isRoute ? scope.airport(route.slice(0, 3), line) : null;
  const to = isRoute ? scope.airport(route.slice(3), line) : null;
  const time = documentTime(null, from?.place ?? null, line, scope);
  if (!time) {
    scope.reject('BAD_TIME', line);
    return null;
  }
  const quantity = readQuantity(`T${pieces}${weight}`, null);
  return claim({
    code: 'BL_ISSUED',
    classifier: 'ACTUAL',
    time,
    place: from?.ref ?? null,
    documents: [documentRef('HAWB', hawb.value, { declaredAs: 'HBS' }), master],
    quantity,
    from: from?.ref ?? null,
    to: to?.ref ?? null,
    parties: readParties(house, 'IN_FIRST_ROW', scope),
    goods: goodsOf(house, quantity),
    rawCode: 'FHL',
  });
}

/** The short name in the house line, the text lines that go on with it, and the tariff codes. */
function goodsOf(house: readonly Segment[], quantity: TrackingEvent['quantity']): GoodsRef[] {
  const textOf = (code: string) =>
    house
      .filter((segment) => segment.code === code)
      .flatMap(({ rows }) => rows.flatMap(({ fields }) => fields))
      .filter((field) => field !== '');
  const short = house[0]?.rows[0]?.fields[5] ?? '';
  const description = [short, ...textOf('TXT')].filter((part) => part !== '').join(' ') || null;
  const [hsCode = null, ...more] = textOf('HTS').filter((code) => /^\d{4,18}$/.test(code));
  if (description === null && hsCode === null) return [];
  const { pieces = null, grossKg = null } = quantity ?? {};
  return [
    goods({ description, hsCode, pieces, grossKg, unNumber: unNumberIn(description) }),
    ...more.map((code) => goods({ hsCode: code })),
  ];
}
