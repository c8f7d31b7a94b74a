import { pino } from 'pino';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { claim, container, documentRef, placeRef } from 'graph-schema/domain/claim';
import { openGraphUnderTest, type GraphUnderTest } from '../testing/graph-under-test.ts';
import { startDeriverThread } from './start-deriver.ts';

let under: GraphUnderTest;
beforeAll(async () => {
  under = await openGraphUnderTest();
});
afterAll(() => under.close());

it('derives in a thread of its own, and gives its lanes back when it is stopped', async () => {
  await under.clear();
  const { NEO4J_URI: uri = '', NEO4J_USER: user = 'neo4j', NEO4J_PASSWORD: password = '' } = process.env;
  const redis = { url: process.env['REDIS_URL'] ?? '', prefix: `deriver-${process.pid}` };
  let derived = 0;
  const thread = startDeriverThread({ neo4j: { uri, user, password }, redis }, pino({ level: 'silent' }), (count) => (derived += count));
  const event = claim({
    code: 'GATED_IN',
    classifier: 'ACTUAL',
    loadState: 'FULL',
    time: { instant: '2026-10-20T00:00:00Z', local: '2026-10-20T00:00:00', zone: 'UTC', zoneSource: 'EXPLICIT', precision: 'MINUTE' },
    place: placeRef({ unLocode: 'CNNBO' }),
    equipment: container('CSQU3054383'),
    documents: [documentRef('MASTER_BILL', 'COSU6400000017')],
  });
  const attested = [{ event, messageRef: null, span: { start: 0, end: 1 }, recordedAt: null }];
  await under.deliver({ source: 'a', messages: [{ thread: null, version: 0, attested, retraction: null }] });
  const owners = () => under.query<{ owner: string | null }>('MATCH (d:Deriver) RETURN d.owner AS owner');
  const end = performance.now() + 90_000;
  while (derived === 0 && performance.now() < end) await new Promise((resolve) => setTimeout(resolve, 100));
  expect(derived).toBe(1);
  expect(await under.query('MATCH (m:ShipmentSummary) RETURN m.phase AS phase')).toEqual([{ phase: 'AT_ORIGIN' }]);
  expect((await owners()).every(({ owner }) => owner !== null)).toBe(true);
  await thread.stop();
  expect((await owners()).every(({ owner }) => owner === null)).toBe(true);
}, 120_000); // prettier-ignore
