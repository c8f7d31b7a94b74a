import { expect, it } from 'vitest';
import { asked } from '../asked.ts';
import { tell } from '../telling.ts';

/**
 * 出口转关 Chengdu–Shanghai: declared and let go inland, under seal to the port. Chengdu needs the declaration and the transit,
 * Shanghai the arrival of the transit and the manifest; neither stands for the other.
 */
const bill = 'MASTER_BILL:COSU6400000017';
const declaration = 'DECLARATION:790220260000000017';
const transit = 'TRANSIT:2026790222000017';
const releases = (lines: readonly string[]) =>
  asked(tell(lines.join('\n')), bill, '2026-12-01 00:00')
    .split('\n')
    .filter((line) => line.startsWith('='))
    .join('\n');

const planned = [
  `CARRIER 2026-10-30 10:00 CNCDU BOOKED ${bill} from CNCDU to NLRTM`,
  `? CARRIER 2026-11-12 10:00 CNSGH DEPARTED CSQU3054383 on KAPOK/116S to NLRTM ${bill} heard 2026-10-30 00:00`,
  `TERMINAL 2026-11-01 10:00 CNCDU GATED_IN FULL CSQU3054383 ${bill}`,
];
const declared = [
  `CUSTOMS 2026-11-01 12:00 OFFICE:7902 DECL_RECEIVED ${declaration} ${bill}`,
  `CUSTOMS 2026-11-01 13:00 OFFICE:7902 TRANSIT_DECLARED ${transit} ${bill} to OFFICE:2202`,
];
const released = [`CUSTOMS 2026-11-02 09:00 OFFICE:7902 DECL_RELEASED ${declaration} ${bill}`];
const sealed = [`CUSTOMS 2026-11-02 10:00 OFFICE:7902 TRANSIT_RELEASED ${transit} ${bill}`];
const carried = [
  `RAIL 2026-11-02 20:00 CNCDU DEPARTED CSQU3054383 on train X8152@2026-11-02 to CNSGH ${bill}`,
  `RAIL 2026-11-06 08:00 CNSGH DISCHARGED FULL CSQU3054383 on train X8152@2026-11-02`,
];
const came = [
  `TERMINAL 2026-11-06 12:00 CNSGH GATED_IN FULL CSQU3054383 ${bill}`,
  `CUSTOMS 2026-11-06 13:00 OFFICE:2202 TRANSIT_ARRIVED ${transit} ${bill}`,
];
const manifest = [`CUSTOMS 2026-11-07 13:00 CNSGH MANIFEST_ACCEPTED ${bill}`];
const sailed = [`TERMINAL 2026-11-12 06:00 CNSGH LOADED FULL CSQU3054383 on KAPOK/116S ${bill}`];

it('is let go inland by its declaration and its transit', () => {
  expect(releases([...planned, ...declared])).toMatchInlineSnapshot(`
    "= CSQU3054383 CUSTOMS:7902 EXPORT_TRANSIT NOT_READY for DECLARATION by CUSTOMS
    = CSQU3054383 CNSGH EXPORT NOT_READY for ARRIVAL_REPORT by CARRIER
    = CSQU3054383 NLRTM UNKNOWN"
  `);
  expect(releases([...planned, ...declared, ...released])).toMatchInlineSnapshot(`
    "= CSQU3054383 CUSTOMS:7902 EXPORT_TRANSIT NOT_READY for TRANSIT by CUSTOMS
    = CSQU3054383 CNSGH EXPORT NOT_READY for ARRIVAL_REPORT by CARRIER
    = CSQU3054383 NLRTM UNKNOWN"
  `);
  expect(releases([...planned, ...declared, ...released, ...sealed])).toMatchInlineSnapshot(`
    "= CSQU3054383 CUSTOMS:7902 EXPORT_TRANSIT READY
    = CSQU3054383 CNSGH EXPORT NOT_READY for ARRIVAL_REPORT by CARRIER
    = CSQU3054383 NLRTM UNKNOWN"
  `);
});

it('is let out of the port once the transit has come and it is on the manifest', () => {
  const way = [...planned, ...declared, ...released, ...sealed, ...carried];
  expect(releases(way)).toMatchInlineSnapshot(`
    "= CSQU3054383 CUSTOMS:7902 EXPORT_TRANSIT LEFT
    = CSQU3054383 CNSGH EXPORT NOT_READY for ARRIVAL_REPORT by TERMINAL
    = CSQU3054383 NLRTM UNKNOWN"
  `);
  expect(releases([...way, ...came])).toMatchInlineSnapshot(`
    "= CSQU3054383 CUSTOMS:7902 EXPORT_TRANSIT LEFT
    = CSQU3054383 CNSGH EXPORT UNKNOWN
    = CSQU3054383 NLRTM UNKNOWN"
  `);
  expect(releases([...way, ...came, ...manifest])).toMatchInlineSnapshot(`
    "= CSQU3054383 CUSTOMS:7902 EXPORT_TRANSIT LEFT
    = CSQU3054383 CNSGH EXPORT READY
    = CSQU3054383 NLRTM UNKNOWN"
  `);
  expect(releases([...way, ...came, ...manifest, ...sailed])).toMatchInlineSnapshot(`
    "= CSQU3054383 CUSTOMS:7902 EXPORT_TRANSIT LEFT
    = CSQU3054383 CNSGH EXPORT LEFT
    = CSQU3054383 NLRTM UNKNOWN"
  `);
});

it('is judged at the port alone where no transit takes it there', () => {
  expect(releases([...planned, declared[0] ?? '', ...released, ...carried])).toMatchInlineSnapshot(`
    "= CSQU3054383 CNSGH EXPORT READY
    = CSQU3054383 NLRTM UNKNOWN"
  `);
});
