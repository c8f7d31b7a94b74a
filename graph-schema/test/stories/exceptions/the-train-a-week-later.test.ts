import { expect, it } from 'vitest';
import { alarmed } from '../asked.ts';
import { tell } from '../telling.ts';

/** Replanned from one block train to the next, a week later: the railway left it behind, and no row of ships says when that counts. */
const told = tell(`
  RAIL 2026-07-01 10:00 CNXAX CONSIGNMENT_NOTE_ISSUED RAIL_NOTE:26600017 lists CSQU3054383 to DEDUI
  ? RAIL 2026-07-05 06:00 CNXAX DEPARTED on train X8157@2026-07-05 RAIL_NOTE:26600017 heard 2026-07-01 03:00
  RAIL 2026-07-03 14:00 CNXAX GATED_IN FULL CSQU3054383 RAIL_NOTE:26600017
  RAIL 2026-07-05 06:20 CNXAX DEPARTED on train X8157@2026-07-05
  ? RAIL 2026-07-12 06:00 CNXAX DEPARTED on train X8157@2026-07-12 RAIL_NOTE:26600017 heard 2026-07-05 02:00
  RAIL 2026-07-11 22:00 CNXAX LOADED FULL CSQU3054383 on train X8157@2026-07-12 RAIL_NOTE:26600017
`);

it('waits for its railway to put it on the next, and is over once that took it', () => {
  expect(alarmed(told, 'RAIL_NOTE:26600017', '2026-07-05 01:59')).toBe('');
  expect(alarmed(told, 'RAIL_NOTE:26600017', '2026-07-06 00:00')).toMatchInlineSnapshot(
    `"WARNING ROLLED TRAIN_REPLANNED CNXAX by RAILWAY since 07-05 02:00Z: ~DEPARTED 07-05 06:00 by RAIL, ~DEPARTED 07-12 06:00 by RAIL"`,
  );
  expect(alarmed(told, 'RAIL_NOTE:26600017', '2026-07-12 00:00')).toMatchInlineSnapshot(
    `"WARNING ROLLED TRAIN_REPLANNED CNXAX by RAILWAY since 07-05 02:00Z till 07-11 14:00Z: ~DEPARTED 07-05 06:00 by RAIL, ~DEPARTED 07-12 06:00 by RAIL, LOADED 07-11 22:00 by RAIL"`,
  );
});

it('a train of the next day is no later train that counts', () => {
  const nextDay = tell(`
    ? RAIL 2026-07-05 06:00 CNXAX DEPARTED on train X8157@2026-07-05 RAIL_NOTE:26600017 heard 2026-07-01 03:00
    ? RAIL 2026-07-06 06:00 CNXAX DEPARTED on train X8159@2026-07-06 RAIL_NOTE:26600017 heard 2026-07-04 02:00
  `);
  expect(alarmed(nextDay, 'RAIL_NOTE:26600017', '2026-07-05 00:00')).toBe('');
});
