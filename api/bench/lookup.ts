import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { findShipmentsByNumber } from 'graph-schema/cypher/read/find-shipments-by-number';
import { journeyFacts } from 'graph-schema/cypher/read/journey-facts';
import { mulberry32 } from 'graph-schema/testing/mulberry32';
import neo4j, { type Driver } from 'neo4j-driver';
import { sendWithoutDelay } from 'graph-schema/cypher/no-delay';
import { freePort } from '../test/testing/free-port.ts';
import { startBuiltApi } from './built-api.ts';
import { median, quantile, rounded } from './figures.ts';
import { thinShipment, writeThinShipments } from './thin-shipments.ts';

// How fast a number is looked up over HTTP, next to the bare driver that runs the same two statements, and how that grows with
// the graph. Blocks of both in the order A B B A; started by scripts/bench.mjs, which owns the stores.
const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    /** Shipments in the graph, one measurement each. */
    sizes: { type: 'string', default: '10000,100000' },
    pairs: { type: 'string', default: '5' },
    /** Look-ups of a block. */
    lookups: { type: 'string', default: '1500' },
    'neo4j-pid': { type: 'string' },
    'redis-pid': { type: 'string' },
  },
});
/** Look-ups under way at once. */
const ASKERS = 8;
const WARM_UP_PAIRS = 3;

const LOOKUP = `query ($number: String!) { lookup(number: $number) { shipments { via { value } shipment {
  id journey { phase currentPlace { unLocode } logistics { code } } } } } }`;

interface Block {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
}

/** Runs the same work for each number, some at once, and times each. */
async function block(numbers: readonly string[], lookUp: (number: string) => Promise<void>): Promise<Block> {
  const times: number[] = [];
  let next = 0;
  const asker = async () => {
    for (let number = numbers[next++]; number !== undefined; number = numbers[next++]) {
      const start = performance.now();
      await lookUp(number);
      times.push(performance.now() - start);
    }
  };
  const start = performance.now();
  await Promise.all(Array.from({ length: ASKERS }, asker));
  const seconds = (performance.now() - start) / 1000;
  return { perSecond: numbers.length / seconds, p50: quantile(times, 0.5), p99: quantile(times, 0.99) };
}

function overHttp(url: string) {
  return async (number: string) => {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: LOOKUP, variables: { number } }),
    });
    const { data, errors } = (await response.json()) as { data?: { lookup: { shipments: unknown[] } }; errors?: unknown };
    if (data?.lookup.shipments.length !== 1) throw new Error(`${number}: ${JSON.stringify(errors ?? data)}`);
  };
} // prettier-ignore

function bare(driver: Driver) {
  const run = async (text: string, params: object) => {
    const session = driver.session({ defaultAccessMode: neo4j.session.READ });
    try {
      return await session.executeRead(async (tx) => (await tx.run(text, params)).records);
    } finally {
      await session.close();
    }
  };
  return async (number: string) => {
    const keys = [`${number.length === 11 ? 'CONTAINER' : 'MASTER_BILL'}:${number}`];
    const found = await run(findShipmentsByNumber.text, { keys });
    const ids = [...new Set(found.map((record) => record.get('shipment') as string | null))].filter((id) => id !== null);
    const facts = await run(journeyFacts.text, { ids });
    if (facts.length !== 1) throw new Error(`${number}: ${facts.length} shipments`);
  };
} // prettier-ignore

async function main(): Promise<void> {
  const say = (line: string) => process.stderr.write(`${line}\n`);
  const { NEO4J_URI: uri = '', NEO4J_USER: user = 'neo4j', NEO4J_PASSWORD: password = '' } = process.env;
  sendWithoutDelay();
  const driver = neo4j.driver(uri, neo4j.auth.basic(user, password), { disableLosslessIntegers: true });
  const api = await startBuiltApi(await freePort(), {});
  const random = mulberry32(1);
  const results: object[] = [];
  try {
    let filled = 0;
    for (const size of values.sizes.split(',').map(Number)) {
      await writeThinShipments(driver, filled, size);
      filled = size;
      const pick = () => {
        const { bill, box } = thinShipment(Math.floor(random() * size));
        return random() < 0.5 ? bill : box;
      };
      const pairs: { ours: Block; floor: Block }[] = [];
      for (let number = 0; number < WARM_UP_PAIRS + Number(values.pairs); number += 1) {
        const numbers = Array.from({ length: Number(values.lookups) }, pick);
        const oursFirst = number % 2 === 0;
        const first = await block(numbers, oursFirst ? overHttp(api.url) : bare(driver));
        const second = await block(numbers, oursFirst ? bare(driver) : overHttp(api.url));
        if (number >= WARM_UP_PAIRS) pairs.push(oursFirst ? { ours: first, floor: second } : { ours: second, floor: first });
      }
      const side = (name: 'ours' | 'floor') => ({
        perSecond: Math.round(median(pairs.map((pair) => pair[name].perSecond))),
        p50Ms: rounded(median(pairs.map((pair) => pair[name].p50))),
        p99Ms: rounded(median(pairs.map((pair) => pair[name].p99))),
      });
      const ratio = rounded(median(pairs.map(({ ours, floor }) => ours.perSecond / floor.perSecond)));
      const result = { shipments: size, lookup: side('ours'), bare: side('floor'), ratio };
      results.push(result);
      say(
        `${size} shipments: ${result.lookup.perSecond} look-ups/s (p50 ${result.lookup.p50Ms} ms, p99 ${result.lookup.p99Ms} ms) against ` +
          `${result.bare.perSecond} (p50 ${result.bare.p50Ms}, p99 ${result.bare.p99Ms}), ratio ${ratio}`,
      );
    }
    const load = loadavg().map((one) => rounded(one));
    if (values.json) process.stdout.write(`${JSON.stringify({ bench: 'lookup', askers: ASKERS, results, load })}\n`);
    else say(`load ${load.join(' ')}, Node ${process.version}`);
  } finally {
    await api.stop();
    await driver.close();
  }
} // prettier-ignore

await main();
