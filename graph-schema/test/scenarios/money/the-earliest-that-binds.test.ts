import { describe, expect, it } from 'vitest';
import type { Tariff } from '../../../src/domain/free-time/tariff.ts';
import { ship } from '../../../src/testing/journey-story.ts';
import { ningbo, rotterdam, singapore } from '../../../src/testing/sample-locations.ts';
import { box, clocksOf, discharged, free, gateOut, lastFreeDays, other, returned, showClocks, terms } from './money-story.ts'; // prettier-ignore

const off = discharged(box, '2026-11-30 03:00', rotterdam);
const contract: Tariff = { id: 'CONTRACT', kind: 'DEMURRAGE', carrier: 'COSU', place: null, sizes: null, freeDays: 4, days: 'CALENDAR', countsFrom: 'NEXT_DAY', binds: 'ALWAYS', rates: [], isConfirmed: true, validFrom: null, validTo: null }; // prettier-ignore

describe('free times side by side', () => {
  it('of carrier and terminal are both kept, and the earlier one binds', () => {
    const story = [off, free('DEMURRAGE', '2026-12-09', { box }), free('DEMURRAGE', '2026-12-08', { box, by: 'TERMINAL' })]; // prettier-ignore
    expect(showClocks(clocksOf(story))).toMatchInlineSnapshot(`
      "- DEMURRAGE CSQU3054383 TARIFF DEM-NLRTM 2026-12-05 (till 12-05T23:00Z) at NLRTM
      * DEMURRAGE CSQU3054383 TERMINAL 2026-12-08 (till 12-08T23:00Z) at NLRTM
      - DEMURRAGE CSQU3054383 ARRIVAL_NOTICE 2026-12-09 (till 12-09T23:00Z) at NLRTM"
    `);
  });

  it('of a general tariff count only until somebody tells a term for that charge; a contract binds beside it', () => {
    const notice = free('DEMURRAGE', '2026-12-09');
    expect(showClocks(clocksOf([off]))).toMatchInlineSnapshot(
      `"* DEMURRAGE CSQU3054383 TARIFF DEM-NLRTM 2026-12-05 (till 12-05T23:00Z) at NLRTM"`,
    );
    expect(showClocks(clocksOf([off, notice]))).toMatchInlineSnapshot(`
      "- DEMURRAGE CSQU3054383 TARIFF DEM-NLRTM 2026-12-05 (till 12-05T23:00Z) at NLRTM
      * DEMURRAGE all ARRIVAL_NOTICE 2026-12-09 (till 12-09T23:00Z) at NLRTM"
    `);
    expect(showClocks(clocksOf([off, notice], terms([contract])))).toMatchInlineSnapshot(`
      "* DEMURRAGE CSQU3054383 TARIFF CONTRACT 2026-12-04 (till 12-04T23:00Z) at NLRTM
      * DEMURRAGE all ARRIVAL_NOTICE 2026-12-09 (till 12-09T23:00Z) at NLRTM"
    `);
  });

  it('of another charge do not bind one another', () => {
    const story = [
      off,
      gateOut(box, '2026-12-03 09:00', rotterdam),
      free('DEMURRAGE', '2026-12-09', { box }),
    ];
    expect(showClocks(clocksOf(story))).toMatchInlineSnapshot(`
      "- DEMURRAGE CSQU3054383 TARIFF DEM-NLRTM 2026-12-05 (till 12-05T23:00Z) at NLRTM stopped 12-03T08:00
      * DETENTION CSQU3054383 TARIFF DET-NLRTM 2026-12-08 (till 12-08T23:00Z) at NLRTM
      * DEMURRAGE CSQU3054383 ARRIVAL_NOTICE 2026-12-09 (till 12-09T23:00Z) at NLRTM stopped 12-03T08:00"
    `);
  });

  it('of the box out of the terminal run from the gate to the empty return', () => {
    const out = [off, gateOut(box, '2026-12-03 09:00', rotterdam)];
    expect(showClocks(clocksOf([...out, returned(box, '2026-12-06 10:00', rotterdam)]))).toContain(
      '* DETENTION CSQU3054383 TARIFF DET-NLRTM 2026-12-08 (till 12-08T23:00Z) at NLRTM stopped 12-06T09:00',
    );
    expect(lastFreeDays(out, '2026-12-09T00:00:00Z')).toContain('INFO DETENTION CSQU3054383 until 2026-12-08T23:00'); // prettier-ignore
  });

  it('are not counted at a hub, nor while the ship is on its way', () => {
    const kapok = ship('KAPOK', '114S', '9074729');
    const atHub = discharged(box, '2026-10-30 18:00', singapore, '45G1', kapok);
    const hub: Tariff = { ...contract, place: 'SGSIN', binds: 'IF_NOT_TOLD' };
    expect(clocksOf([atHub, off], terms([hub]))).toEqual([]);
    const early = free('DEMURRAGE', '2026-12-09', { box });
    expect(clocksOf([early])[0]).toMatchObject({ startedAt: null, binding: true });
    expect(lastFreeDays([early], '2026-12-20T00:00:00Z')).toBe('');
  });

  it('by the size of the box, by the port before the country, by the carrier before all', () => {
    const small = discharged(other, '2026-11-30 03:00', ningbo, '22G1');
    const large = discharged(box, '2026-11-30 03:00', ningbo);
    const port: Tariff = { ...contract, id: 'PORT', carrier: null, place: 'CNNBO' };
    const tariffOf = (tariffs: readonly Tariff[]) =>
      clocksOf([small, large], terms([...terms().tariffs, ...tariffs])).map(({ container, tariff }) => `${container} ${tariff}`); // prettier-ignore
    expect(tariffOf([])).toEqual(['CBHU6142088 DEM-CN-20', 'CSQU3054383 DEM-CN-40']);
    expect(tariffOf([port])).toEqual(['CBHU6142088 PORT', 'CSQU3054383 PORT']);
    expect(tariffOf([port, contract])).toEqual(['CBHU6142088 CONTRACT', 'CSQU3054383 CONTRACT']);
    expect(tariffOf([{ ...contract, carrier: 'OOLU' }])).toEqual(['CBHU6142088 DEM-CN-20', 'CSQU3054383 DEM-CN-40']); // prettier-ignore
  });
});
