import { expect, it } from 'vitest';
import { asked } from '../asked.ts';
import { tell } from '../telling.ts';

/** An export of which nobody has told where it goes: the port of loading must let it go all the same. */
const booking = 'BOOKING:8200000017';
const releases = (text: string, at = '2026-07-08 00:00') =>
  asked(tell(text), booking, at)
    .split('\n')
    .filter((line) => line.startsWith('='))
    .join('\n');

const gated = `
  TERMINAL 2026-07-05 14:00 CNNBO GATED_IN FULL CSQU3054383 ${booking}
  TERMINAL 2026-07-05 14:30 CNNBO ARRIVAL_REPORT_ACCEPTED ${booking}`;
const planned = `
  ? CARRIER 2026-07-08 22:00 CNNBO LOADED CSQU3054383 on KAPOK/114S ${booking} heard 2026-07-01 00:00`;
const declared = (code: string, number = '310420260000000017') =>
  `\n  CUSTOMS 2026-07-06 10:00 CNNBO ${code} DECLARATION:${number} ${booking}`;
const manifest = `\n  CUSTOMS 2026-07-06 12:00 CNNBO MANIFEST_ACCEPTED ${booking}`;

it('declared, and then released', () => {
  expect(releases(gated + planned + manifest + declared('DECL_RECEIVED'))).toMatchInlineSnapshot(
    `"= CSQU3054383 CNNBO EXPORT NOT_READY for DECLARATION by CUSTOMS"`,
  );
  expect(releases(gated + planned + manifest + declared('DECL_RELEASED'))).toMatchInlineSnapshot(
    `"= CSQU3054383 CNNBO EXPORT READY"`,
  );
});

it('also where no ship is named yet, by the declaration alone', () => {
  expect(releases(gated + declared('DECL_RECEIVED'))).toMatchInlineSnapshot(
    `"= CSQU3054383 CNNBO EXPORT NOT_READY for DECLARATION by CUSTOMS"`,
  );
});

it('also behind a carriage to the port', () => {
  const rail = `
    RAIL 2026-07-01 10:00 CNCKG DEPARTED CSQU3054383 on train X8001@2026-07-01 ${booking}
    RAIL 2026-07-04 10:00 CNNBO DISCHARGED FULL CSQU3054383 on train X8001@2026-07-01`;
  expect(releases(rail + gated + planned + manifest)).toMatchInlineSnapshot(
    `"= CSQU3054383 CNNBO EXPORT NOT_READY for DECLARATION by DECLARANT"`,
  );
});

it('from a port of the European Union, whose numbers do not say which way', () => {
  const told = `
    TERMINAL 2026-07-05 14:00 NLRTM GATED_IN FULL CSQU3054383 ${booking}
    TERMINAL 2026-07-06 22:00 NLRTM LOADED FULL CSQU3054383 on KAPOK/115N ${booking}
    CUSTOMS 2026-07-04 10:00 NLRTM DECL_RELEASED MRN:26NL00000000000017 ${booking}`;
  expect(releases(told)).toMatchInlineSnapshot(`"= CSQU3054383 NLRTM EXPORT LEFT"`);
});

it('not where customs say nothing, which is a cargo of the coast as likely, nor of an import', () => {
  expect(releases(gated.replace('ARRIVAL_REPORT_ACCEPTED', 'NOTIFIED') + planned)).toBe('');
  const inland = `
    RAIL 2026-07-05 10:00 CNSGH DEPARTED CSQU3054383 on train X8151@2026-07-05 ${booking}
    CUSTOMS 2026-07-04 10:00 OFFICE:2202 TRANSIT_RELEASED TRANSIT:2202202600000017 ${booking}`;
  expect(releases(inland)).toBe('');
  const hub = `
    TERMINAL 2026-07-04 10:00 NLRTM DISCHARGED FULL CSQU3054383 on KAPOK/115N ${booking}
    CUSTOMS 2026-07-04 11:00 NLRTM MANIFEST_ACCEPTED ${booking}
    TERMINAL 2026-07-06 22:00 NLRTM LOADED FULL CSQU3054383 on MERIDIAN/012W ${booking}`;
  expect(releases(hub)).toBe('');
  expect(releases(gated + planned + declared('DECL_RECEIVED', '310420261000000017'))).not.toContain('EXPORT');
});
