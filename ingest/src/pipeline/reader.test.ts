import { afterAll, describe, expect, it } from 'vitest';
import { sampleSource } from 'graph-schema/testing/sample-source';
import { loadGazetteer } from 'graph-schema/reference/load-gazetteer';
import { trafficBlock } from '../../bench/traffic.ts';
import { FORMATS } from '../formats/index.ts';
import { readMessage } from './read.ts';
import { createReader } from './reader.ts';

const places = loadGazetteer();
const reader = createReader(places);
afterAll(() => reader.close());

const request = (bytes: Uint8Array) => ({
  bytes,
  receivedAt: '2026-11-21T02:00:00Z',
  source: sampleSource,
  corrections: {},
});

describe('the reader', () => {
  it('reads a large message in its thread as it would here, one after another', async () => {
    const large = trafficBlock({ block: 1, boxes: 25, eventsPerArray: 100_000 })
      .map((message) => new Uint8Array(message.bytes))
      .filter((bytes) => bytes.length > 512 * 1024);
    expect(large.length).toBeGreaterThan(0);
    const twice = [...large, ...large];
    const read = await Promise.all(twice.map((bytes) => reader.read(request(bytes))));
    for (const [index, bytes] of twice.entries()) {
      const { receivedAt, source } = request(bytes);
      expect(read[index]).toEqual(readMessage(bytes, { receivedAt, source, places }, FORMATS));
    }
  }, 60_000);

  it('says of nothing that it is empty, and of noise that no format knows it', async () => {
    const empty = await reader.read(request(new Uint8Array()));
    expect(empty.interpretation.issues).toMatchObject([{ code: 'EMPTY_MESSAGE' }]);
    const noise = await reader.read(request(new Uint8Array(700_000).fill(0x7e)));
    expect(noise).toMatchObject({
      format: null,
      interpretation: { counts: { units: 1, withIssuesOnly: 1 } },
    });
    expect(noise.interpretation.issues).toMatchObject([{ code: 'UNKNOWN_FORMAT', value: '~'.repeat(80) }]);
  }, 60_000);
});
