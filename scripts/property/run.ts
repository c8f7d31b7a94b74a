// Started by scripts/property.mjs, which owns the stores: rounds of generated histories, then what is broken, shrunk.
import { parseArgs } from 'node:util';
import { graphCounts } from '../../ingest/src/testing/graph-pictures.ts';
import { openGraphUnderTest } from '../../ingest/src/testing/graph-under-test.ts';
import { holdPromises } from '../../ingest/src/testing/hold-promises.ts';
import { showBroken } from '../../ingest/src/testing/show-broken.ts';

const { values } = parseArgs({
  options: { runs: { type: 'string', default: '1000' }, seed: { type: 'string' } },
});
const runs = Number(values.runs);
const seed = Number(values.seed ?? Math.floor(Math.random() * 2 ** 31));
if (!(Number.isSafeInteger(runs) && runs > 0 && Number.isSafeInteger(seed) && seed >= 0)) {
  console.error('npm run property [-- --runs N] [--seed S]   both whole numbers');
  process.exit(2);
}

/** Told side by side; a failing history is shown before the next ones are told. */
const ROUND = 250;
const SHOWN = 5;

const processes = [await openGraphUnderTest(), await openGraphUnderTest()] as const;
const start = Date.now();
let messages = 0;
let broken = 0;
console.log(`${runs} histories from seed ${seed}: npm run property -- --seed ${seed} --runs ${runs}`);
for (let done = 0; done < runs; done += ROUND) {
  const count = Math.min(ROUND, runs - done);
  const held = await holdPromises(processes, { seed: seed + done, number: done, count });
  messages += held.messages;
  for (const one of held.broken) {
    broken += 1;
    if (broken <= SHOWN) console.log(await showBroken(processes[0], one, 900_000 + broken * 1000));
  }
  const seconds = Math.round((Date.now() - start) / 1000);
  console.log(
    `${done + count} histories, ${messages} messages, ${held.lines} lines in this round, ${broken} broken, ${seconds} s`,
  );
}
const { open } = await graphCounts(processes[0]);
if (open !== 0) console.log(`${open} messages were never concluded`);
for (const one of processes) await one.close();
console.log(broken + Number(open !== 0) === 0 ? `P2, P3 and P4 hold: seed ${seed}` : `broken: seed ${seed}`);
process.exitCode = broken + Number(open !== 0) === 0 ? 0 : 1;
