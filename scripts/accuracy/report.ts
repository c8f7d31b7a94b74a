// npm run accuracy [-- --json] [--seed N] [--containers N]: how right the engine is on a generated world of which the truth
// is known. Exit code 1 where anything is wrong, 2 % or more are parked, or computed arrivals are no better than others'.
import { parseArgs } from 'node:util';
import { attributionOf, NOISE, type Attribution } from './attribution.ts';
import { describe } from './describe.ts';
import { describeEta } from './eta-describe.ts';
import { etaReport } from './eta-report.ts';
import { exitCode } from './passed.ts';

/** Seeds from 1,000 on were not used while arrivals were tuned. */
const FIRST_ETA_SEED = 1000;
const ETA_RUNS = 300;

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    seed: { type: 'string', default: '20261126' },
    containers: { type: 'string', default: '20000' },
  },
});

function count(name: 'seed' | 'containers'): number {
  const value = Number(values[name]);
  if (Number.isSafeInteger(value) && value > 0) return value;
  process.stderr.write(`--${name} asks for a positive whole number, not ${values[name]}\n`);
  process.exit(2);
}

const [seed, containers] = [count('seed'), count('containers')];
const attribution: Attribution = attributionOf(seed, containers, NOISE);
const eta = etaReport(Array.from({ length: ETA_RUNS }, (_, index) => FIRST_ETA_SEED + index));
process.stdout.write(
  values.json
    ? `${JSON.stringify({ attribution: attribution.verdicts, eta })}\n`
    : `${describe(seed, containers, NOISE, attribution)}\n${describeEta(eta)}`,
);
process.exitCode = exitCode(attribution.verdicts, eta);
