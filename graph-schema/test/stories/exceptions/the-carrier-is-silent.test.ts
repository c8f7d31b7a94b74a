import { expect, it } from 'vitest';
import { asked } from '../asked.ts';
import { tell } from '../telling.ts';

/** The carrier, expected every twelve hours, has told nothing of any cargo; no position of the ship came for a day. */
const told = tell(`
  TERMINAL 2026-10-25 22:00 CNNBO LOADED FULL CSQU3054383 on KAPOK/114S MASTER_BILL:COSU6400000017
  CARRIER 2026-10-26 06:30 CNNBO DEPARTED on KAPOK/114S
`);
const since = Date.parse('2026-10-27T00:00:00Z');
const known = {
  heard: new Map([['carrier', { lastReceivedAt: since, silentAfterMinutes: 720 }]]),
  positions: new Map([['VESSEL:9074729', since]]),
};
const alarms = (at: string) =>
  asked(told, 'MASTER_BILL:COSU6400000017', at, known).split('\n').filter((line) => line.startsWith('!')).join('\n'); // prettier-ignore

it('nobody knows what the carrier would tell, nor where the ship is', () => {
  expect(alarms('2026-10-27 11:59')).toBe('');
  expect(alarms('2026-10-27 12:00')).toMatchInlineSnapshot(
    `"! WARNING SILENT_SOURCE CARRIER by OPERATOR since 10-27 12:00Z"`,
  );
  expect(alarms('2026-10-28 00:00')).toMatchInlineSnapshot(`
    "! WARNING SILENT_SOURCE CARRIER by OPERATOR since 10-27 12:00Z
    ! INFO SILENT_SOURCE AIS by OPERATOR since 10-28 00:00Z"
  `);
});
