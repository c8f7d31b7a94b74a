import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadGazetteer } from 'graph-schema/reference/load-gazetteer';
import { FORMATS } from '../src/formats/index.ts';
import { readMessage } from '../src/pipeline/read.ts';
import { listFixtures } from '../src/testing/fixture-files.ts';
import { graphPicture } from '../src/testing/graph-picture.ts';
import {
  openGraphUnderTest,
  type GraphUnderTest,
  type TestDelivery,
} from '../src/testing/graph-under-test.ts';
import { RECEIVED_AT, SENDER } from './ingest-under-test.ts';

// P2 and P4 with what formats make of real messages: the fixtures share boxes, bills and references, cancel and replace
// one another, and so are a worse world than any generator thinks of.
const SEED = Number(process.env['TEST_SEED'] ?? Date.now() % 1_000_000);

let under: GraphUnderTest;
beforeAll(async () => {
  under = await openGraphUnderTest();
});
afterAll(() => under.close());

const places = loadGazetteer();
const source = { ...SENDER.profile, id: SENDER.id } as Parameters<typeof readMessage>[1]['source'];
const deliveries = listFixtures().map(({ bytes }): TestDelivery => {
  const { interpretation } = readMessage(bytes, { receivedAt: RECEIVED_AT, source, places }, FORMATS);
  return { source: SENDER.id, messages: interpretation.messages };
});

async function pictureOf(list: readonly TestDelivery[], atOnce: number): Promise<unknown> {
  await under.clear();
  for (let i = 0; i < list.length; i += atOnce)
    await Promise.all(list.slice(i, i + atOnce).map((delivery) => under.deliver(delivery)));
  return graphPicture(under);
}

function shuffled(seed: number): TestDelivery[] {
  let state = seed;
  const keyed = deliveries.map((delivery) => {
    state = (state * 48_271 + 11) % 2_147_483_647;
    return { delivery, key: state };
  });
  return keyed.sort((a, b) => a.key - b.key).map(({ delivery }) => delivery);
}

describe(`the messages of all formats (seed ${SEED})`, () => {
  it('give one graph in any order, one by one or several at the same time', async () => {
    const inOrder = await pictureOf(deliveries, 1);
    expect(await pictureOf([...deliveries].reverse(), 1)).toEqual(inOrder);
    for (const atOnce of [1, 4, 16])
      expect(await pictureOf(shuffled(SEED + atOnce), atOnce)).toEqual(inOrder);
    // And said again, over what stands.
    for (const delivery of shuffled(SEED)) await under.deliver(delivery);
    expect(await graphPicture(under)).toEqual(inOrder);
  }, 600_000);
});
