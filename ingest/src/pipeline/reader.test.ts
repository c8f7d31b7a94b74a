import { afterAll, describe, expect, it } from 'vitest';
import { sampleSource } from 'graph-schema/testing/sample-source';
import { loadGazetteer } from 'graph-schema/reference/load-gazetteer';
import { trafficBlock } from '../../bench/traffic.ts';
import { FORMATS } from '../formats/index.ts';
import { sha256Hex } from '../raw/folder-store.ts';
import { planWriting } from './plan-writing.ts';
import { readMessage } from './read.ts';
import { createReader } from './reader.ts';

const places = loadGazetteer();
const reader = createReader();
afterAll(() => reader.close());

const RECEIVED = '2026-11-21T02:00:00Z';
const request = (bytes: Uint8Array) => ({
  header: { source: sampleSource.id, sha256: sha256Hex(bytes), receivedAt: RECEIVED, delivery: 'd1' },
  bytes,
  source: sampleSource,
  corrections: {},
  reading: null,
});

describe('the reader', () => {
  it('plans messages beside this thread as they would be here, each of any number at once', async () => {
    const messages = trafficBlock({ block: 1, boxes: 25, eventsPerArray: 100_000 }).map(
      ({ bytes }) => new Uint8Array(bytes),
    );
    const large = messages.filter((bytes) => bytes.length > 512 * 1024);
    const small = messages.filter((bytes) => bytes.length <= 512 * 1024);
    expect(Math.min(large.length, small.length)).toBeGreaterThan(0);
    const mixed = [large, small, small, large, small, small, small, small].flat();
    const plans = await Promise.all(mixed.map((bytes) => reader.plan(request(bytes))));
    for (const [index, bytes] of mixed.entries()) {
      const { header, source } = request(bytes);
      const read = readMessage(bytes, { receivedAt: RECEIVED, source, places }, FORMATS);
      expect(plans[index]).toEqual(planWriting(header, read, null));
    }
  }, 60_000);

  it('says of nothing that it is empty, and of noise that no format knows it', async () => {
    const empty = await reader.plan(request(new Uint8Array()));
    expect(empty.issues).toMatchObject([{ code: 'EMPTY_MESSAGE' }]);
    const noise = await reader.plan(request(new Uint8Array(700_000).fill(0x7e)));
    expect(noise).toMatchObject({ format: null, counts: { units: 1, withIssuesOnly: 1 } });
    expect(noise.issues).toMatchObject([{ code: 'UNKNOWN_FORMAT', value: '~'.repeat(80) }]);
  }, 60_000);
});
