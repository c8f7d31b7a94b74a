import { expect, it } from 'vitest';
import { asked } from '../asked.ts';
import { tell } from '../telling.ts';

/** No position of the ship for two days and a half on its way; then it is seen again. It was not seen in port before, either. */
const told = tell(`
  TERMINAL 2026-10-25 22:00 CNNBO LOADED FULL CSQU3054383 on KAPOK/114S MASTER_BILL:COSU6400000017
  CARRIER 2026-10-26 06:30 CNNBO DEPARTED on KAPOK/114S
  CARRIER 2026-11-02 08:00 SGSIN ARRIVED on KAPOK/114S MASTER_BILL:COSU6400000017
`);
const ship = 'VESSEL:9074729';
const at = Date.parse;
const inPort = { from: at('2026-10-20T00:00Z'), until: at('2026-10-24T00:00Z') };
const atSea = { from: at('2026-10-27T00:00Z'), until: at('2026-10-29T12:00Z') };

const alarms = (instant: string, seen: string, gaps = [inPort]) => {
  const known = { positions: new Map([[ship, at(seen)]]), gaps: new Map([[ship, gaps]]) };
  const lines = asked(told, 'MASTER_BILL:COSU6400000017', instant, known).split('\n');
  return lines.filter((line) => line.startsWith('!')).join('\n');
};

it('is told after a day, and closed by the position that ended it', () => {
  expect(alarms('2026-10-27 23:59', '2026-10-27T00:00Z')).toBe('');
  expect(alarms('2026-10-29 00:00', '2026-10-27T00:00Z')).toMatchInlineSnapshot(
    `"! INFO SILENT_SOURCE AIS by OPERATOR since 10-28 00:00Z"`,
  );
  expect(alarms('2026-10-29 13:00', '2026-10-29T13:00Z', [inPort, atSea])).toMatchInlineSnapshot(
    `"! INFO SILENT_SOURCE AIS by OPERATOR since 10-28 00:00Z till 10-29 12:00Z"`,
  );
});

it('is over when the ship has come, seen or not', () => {
  expect(alarms('2026-11-03 00:00', '2026-10-31T00:00Z', [inPort, atSea])).toMatchInlineSnapshot(`
    "! INFO SILENT_SOURCE AIS by OPERATOR since 10-28 00:00Z till 10-29 12:00Z
    ! INFO SILENT_SOURCE AIS by OPERATOR since 11-01 00:00Z till 11-02 00:00Z"
  `);
  expect(alarms('2026-11-20 00:00', '2026-11-10T00:00Z')).toBe('');
});
