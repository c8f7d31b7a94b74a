import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ReadMessage } from 'graph-schema/domain/message';
import { containerTrips } from 'graph-schema/testing/container-trips';
import { graphPicture } from '../testing/graph-picture.ts';
import { openGraphUnderTest, type GraphUnderTest } from '../testing/graph-under-test.ts';

const START = Date.parse('2026-01-05T00:00:00Z');
const RUNS = Number(process.env['FC_RUNS'] ?? '12');

// Each has a memory of its own of what stands, as each process has.
let processes: GraphUnderTest[];
beforeAll(async () => {
  processes = [await openGraphUnderTest(), await openGraphUnderTest()];
});
afterAll(async () => {
  for (const one of processes) await one.close();
});

interface Step {
  readonly by: number;
  readonly message: ReadMessage;
}

const steps = fc.tuple(containerTrips('CSQU3054383', START), containerTrips('TBJU1234565', START)).chain(([a, b]) => {
  const events = [...a, ...b].map((claim) => claim.event);
  return fc.record({
    steps: fc.shuffledSubarray(events, { minLength: events.length }).chain((shuffled) =>
      fc.tuple(
        ...shuffled.map((event, index) =>
          fc.nat(1).map((by): Step => {
            const thread = `T${index}`;
            const attested = [{ event, messageRef: thread, span: { start: 0, end: 1 }, recordedAt: null }];
            return { by, message: { thread, version: 1, attested, retraction: null } };
          }),
        ),
      ),
    ),
    cancelled: fc.subarray(events.map((_, index) => index), { maxLength: 2 }),
    atOnce: fc.integer({ min: 1, max: 3 }),
  });
}); // prettier-ignore

async function play(list: readonly Step[], atOnce: number): Promise<unknown> {
  for (const one of processes) await one.clear();
  for (let i = 0; i < list.length; i += atOnce) {
    const together = list.slice(i, i + atOnce);
    await Promise.all(
      together.flatMap(({ by, message }) => processes[by]?.deliver({ source: 'a', messages: [message] }) ?? []),
    );
  }
  return graphPicture(processes[0] as GraphUnderTest);
} // prettier-ignore

const cancellation = (thread: string): ReadMessage => ({
  thread,
  version: 2,
  attested: [],
  retraction: { kind: 'CANCEL', thread, version: 2 },
});

it('gives the graph that one process would have made, whoever of several reads which message', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async ({ steps: told, cancelled, atOnce }) => {
      const taken = cancelled.flatMap((index) => {
        const step = told[index];
        return step?.message.thread ? [{ by: 1 - step.by, message: cancellation(step.message.thread) }] : [];
      });
      const by = [...told, ...taken];
      const alone = await play(by.map((step) => ({ ...step, by: 0 })), 1); // prettier-ignore
      expect(await play(by, atOnce)).toEqual(alone);
    }),
    { numRuns: RUNS },
  );
});
