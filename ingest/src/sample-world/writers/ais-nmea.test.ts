import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import type { VesselState } from '../world/sailings.ts';
import { meridian } from '../world/vessels.ts';
import { aisLines, xorChecksum } from './ais-nmea.ts';

interface Decoded {
  readonly valid: boolean;
  readonly aistype: number;
  readonly mmsi: string;
  readonly imo?: number | string;
  readonly shipname?: string;
  readonly callsign?: string;
  readonly destination?: string;
  readonly navstatus?: number;
  readonly lat?: number;
  readonly lon?: number;
  readonly sog?: number;
  readonly cog?: number;
}

/** Another decoder, without types of its own. */
const { AisDecode } = createRequire(import.meta.url)('ggencoder') as {
  AisDecode: new (sentence: string, session: object) => Decoded;
};

const state: VesselState = {
  vessel: meridian,
  at: Date.parse('2026-11-21T09:30:42Z'),
  latitude: -33.61234,
  longitude: 27.40987,
  speedKnots: 15.8,
  courseDegrees: 288.4,
  navigationStatus: 0,
  destination: 'SG SIN > NL RTM',
  eta: Date.parse('2026-11-29T21:40:00Z'),
};

/** The sentence without its tag block, whose checksum is proved on the way. */
function sentence(line: string): string {
  const [, tag = '', tagSum, rest = ''] = /^\\(.+)\*(\w\w)\\(.+)$/.exec(line) ?? [];
  expect(xorChecksum(tag)).toBe(tagSum);
  return rest;
}

describe('AIS writer, read by another decoder', () => {
  const lines = aisLines([state], 'test');

  it('gives every line a tag block with the time, and both checksums', () => {
    for (const line of lines) {
      expect(line).toContain('c:1795253442*');
      const [, body = '', sum] = /^!(.+)\*(\w\w)$/.exec(sentence(line)) ?? [];
      expect(xorChecksum(body)).toBe(sum);
      expect(sentence(line).length).toBeLessThanOrEqual(82);
    }
  });

  it('says who the ship is (message 5) before where it is (message 1)', () => {
    const session = {};
    const decoded = lines.map((line) => new AisDecode(sentence(line), session));
    const identity = decoded.find((message) => message.valid && message.aistype === 5);
    const position = decoded.at(-1);
    expect(identity).toMatchObject({ mmsi: meridian.mmsi, shipname: 'SAMPLE MERIDIAN', callsign: 'VRSM' });
    expect(String(identity?.imo)).toBe(meridian.imo);
    expect(identity?.destination?.trim()).toBe('SG SIN > NL RTM');
    expect(position).toMatchObject({ valid: true, aistype: 1, mmsi: meridian.mmsi, navstatus: 0 });
    expect(position?.lat).toBeCloseTo(-33.61234, 4);
    expect(position?.lon).toBeCloseTo(27.40987, 4);
    expect(position?.sog).toBeCloseTo(15.8, 1);
    expect(position?.cog).toBeCloseTo(288.4, 1);
  });
});
