import { historyOf, type History, type Told } from 'graph-schema/testing/histories/history';
import { brokenLaws } from 'graph-schema/testing/histories/laws';
import { pictureOfClaims, type Picture } from 'graph-schema/testing/histories/picture';
import { randomOf } from 'graph-schema/testing/histories/random';
import { standingOf } from 'graph-schema/testing/histories/standing-of';
import { interleaved, tellingOf } from 'graph-schema/testing/histories/telling-of';
import { graphPictures } from './graph-pictures.ts';
import type { GraphUnderTest, TestDelivery } from './graph-under-test.ts';

/** A history of which something promised is not so. */
export interface Broken {
  readonly history: History;
  /** What is broken without any graph, see `brokenLaws`. */
  readonly laws: readonly string[];
  /** Lines that stand in the graph and do not follow from the claims, and lines that follow and do not stand. */
  readonly wrong: Picture;
  readonly missing: Picture;
}

export interface Round {
  /** Of the first history; the others have the following ones. */
  readonly seed: number;
  /** Of the first history: numbers that no history had in this graph. */
  readonly number: number;
  readonly count: number;
}

export interface Held {
  readonly messages: number;
  readonly lines: number;
  readonly broken: readonly Broken[];
}

/**
 * Tells many histories at once to several processes, each history in another way, and holds what stands of each
 * against what follows from all its claims at once.
 */
export async function holdPromises(processes: readonly GraphUnderTest[], { seed, number, count }: Round): Promise<Held> {
  const random = randomOf(seed);
  const histories = [...Array(count).keys()].map((index) => historyOf(seed + index, number + index));
  const tellings = histories.map(({ told, seed: own }) => tellingOf(told, randomOf(own + 2)));
  const deliveries = interleaved(tellings, random);
  const atOnce = random.pick([60, 1000, 1000, 1000] as const);
  // What was read wrongly is read again while the last ones come, or after all.
  const first = deliveries.slice(0, Math.ceil(deliveries.length * random.pick([0.6, 0.9, 1] as const)));
  await tellAll(processes, first, atOnce);
  const wrongly = first.filter(({ misread }) => misread !== null);
  const again = [...new Map(wrongly.map((one) => [JSON.stringify([one.source, one.messages]), one])).values()];
  const last: TestDelivery[] = deliveries.slice(first.length).map((one) => ({ ...one, misread: null }));
  await tellAll(processes, interleaved<TestDelivery>([random.shuffled(again).map((one) => ({ ...one, reading: 'again' })), last], random), atOnce);
  const pictures = await graphPictures(processes[0] as GraphUnderTest, histories.map(({ told }) => told));
  const broken = histories.flatMap((history, index): Broken[] => {
    const one = compared(history, pictures[index] ?? []);
    return one.laws.length + one.wrong.length + one.missing.length > 0 ? [one] : [];
  });
  const lines = pictures.reduce((sum, picture) => sum + picture.length, 0);
  return { messages: deliveries.length, lines, broken };
} // prettier-ignore

function compared(history: History, stands: Picture): Broken {
  const follows = pictureOfClaims(standingOf(history.told));
  const [standing, following] = [new Set(stands), new Set(follows)];
  return {
    history,
    laws: brokenLaws(history),
    wrong: stands.filter((line) => !following.has(line)),
    missing: follows.filter((line) => !standing.has(line)),
  };
}

/** So many deliveries are under way at any time, each at one of the processes. */
async function tellAll(processes: readonly GraphUnderTest[], deliveries: readonly TestDelivery[], atOnce: number): Promise<void> {
  let next = 0;
  const worker = async () => {
    for (let index = next++; index < deliveries.length; index = next++)
      await processes[index % processes.length]?.deliver(deliveries[index] as TestDelivery);
  };
  await Promise.all([...Array(atOnce).keys()].map(worker));
} // prettier-ignore

/** Whether a part of a history, told message by message under other numbers, is broken in the graph. */
export async function isBrokenAlone(under: GraphUnderTest, told: readonly Told[]): Promise<boolean> {
  for (const { source, message } of told) await under.deliver({ source, messages: [message] });
  const [stands = []] = await graphPictures(under, [told]);
  return JSON.stringify(stands) !== JSON.stringify(pictureOfClaims(standingOf(told)));
}
