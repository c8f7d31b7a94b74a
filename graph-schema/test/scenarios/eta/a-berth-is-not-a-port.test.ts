import { describe, expect, it } from 'vitest';
import { ship } from '../../../src/testing/journey-story.ts';
import { at, duisburg, rotterdam, singapore } from '../../../src/testing/sample-locations.ts';
import { eta, etaAt, etaOf, sailed, showBest, showHistory } from './eta-story.ts';

const [east, west] = [at(rotterdam, 'ECT'), at(rotterdam, 'RWG')];

describe('the place of an ETA', () => {
  it('is the port: a berth that goes to and fro between sister terminals is no change', () => {
    const story = [
      ...sailed,
      eta('2026-11-29 10:00', '2026-11-05 00:00', { where: east }),
      eta('2026-11-29 10:00', '2026-11-06 00:00', { where: west }),
      eta('2026-11-29 10:00', '2026-11-07 00:00', { where: east }),
      eta('2026-11-29 10:00', '2026-11-08 00:00', { where: west, by: 'FORWARDER' }),
    ];
    expect(showHistory(etaAt('2026-11-09 00:00', story).history)).toBe('11-05 00:00 FIRST NLRTM 11-29 10:00');
  });

  it('that is another port is a change, however small the move', () => {
    const story = [
      ...sailed,
      eta('2026-11-29 10:00', '2026-11-05 00:00'),
      eta('2026-11-29 16:00', '2026-11-10 00:00', { where: duisburg }),
    ];
    expect(showHistory(etaAt('2026-11-11 00:00', story).history)).toMatchInlineSnapshot(`
      "11-05 00:00 FIRST NLRTM 11-29 10:00
      11-10 00:00 PLACE DEDUI 11-29 16:00"
    `);
  });

  it('is not a port on the way at which the ship calls as well', () => {
    const onTheWay = {
      ...eta('2026-11-20 10:00', '2026-11-04 00:00', { where: singapore }),
      inherited: true,
    };
    const story = [...sailed, onTheWay, eta('2026-11-29 10:00', '2026-11-05 00:00')];
    expect(showHistory(etaAt('2026-11-11 00:00', story).history)).toBe('11-05 00:00 FIRST NLRTM 11-29 10:00');
  });

  it('reached by another ship than was planned is told as such', () => {
    const missed = ship('ATLANTIC', '007W', '9074729');
    const story = [
      eta('2026-11-22 10:00', '2026-10-01 00:00', { as: 'PLANNED', on: missed }),
      ...sailed,
      eta('2026-11-29 10:00', '2026-11-01 12:00', { as: 'PLANNED' }),
    ];
    const answer = etaOf({ run: 'VOYAGE:9321483/012W', place: rotterdam }, '2026-11-03 00:00', story);
    expect(showBest(answer)).toBe('NLRTM 11-29 10:00 PLANNED by CARRIER');
    expect(showHistory(answer.history)).toMatchInlineSnapshot(`
      "10-01 00:00 FIRST NLRTM 11-22 10:00 on VOYAGE:9074729/007W
      11-01 12:00 RUN NLRTM 11-29 10:00"
    `);
  });
});
