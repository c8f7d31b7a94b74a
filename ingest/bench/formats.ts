import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpus, loadavg } from 'node:os';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { FORMATS } from '../src/formats/index.ts';
import { largestSamples } from '../src/testing/largest-samples.ts';
import { enlarge } from './enlarge.ts';
import type { FormatFigures, FormatQuestion } from './format-figures.ts';

// How fast each format reads, next to the least that anybody must do with the same bytes (bench/floors.ts), in turn within one
// run. The bytes are the format's own largest clean sample, repeated where its grammar lets it. What reads them is what was
// built, in a process without the translator for development (read-built.ts).
const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    pairs: { type: 'string', default: '5' },
    /** Time of one block. */
    ms: { type: 'string', default: '150' },
    only: { type: 'string' },
  },
});

const samples = largestSamples(values.only);
const questions: FormatQuestion[] = FORMATS.flatMap((format) => {
  const sample = samples.get(format.id);
  if (!sample) return [];
  const { receivedAt, source } = sample.context;
  const bytes = Buffer.from(enlarge(sample.bytes, format)).toString('base64');
  return [{ format: format.id, bytes, receivedAt, source }];
});

/** Asks the process that reads as built; one line a format, in turn. */
async function* askBuilt(): AsyncGenerator<FormatFigures> {
  const script = new URL('./read-built.ts', import.meta.url).pathname;
  const child = spawn(process.execPath, ['--import', 'tsx', script, values.pairs, values.ms], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  process.once('SIGTERM', () => child.kill('SIGTERM'));
  child.stdin.end(questions.map((question) => `${JSON.stringify(question)}\n`).join(''));
  for await (const line of createInterface({ input: child.stdout })) yield JSON.parse(line) as FormatFigures;
  const [code] = (await ended) as [number | null];
  if (code !== 0) throw new Error(`the reading process ended with ${code}`);
}

function inWords({ format, megabytesPerSecond, messagesPerSecond, ratioToFloor, floor }: FormatFigures): string {
  const messages = Math.round(messagesPerSecond).toString();
  return (
    `${format.padEnd(28)} ${megabytesPerSecond.toFixed(1).padStart(7)} ${messages.padStart(12)}` +
    ` ${ratioToFloor.toFixed(3).padStart(14)}   ${floor}`
  );
} // prettier-ignore

const found: FormatFigures[] = [];
if (!values.json) console.log('format                          MB/s   messages/s   of the floor   floor');
for await (const figures of askBuilt()) {
  found.push(figures);
  if (!values.json) console.log(inWords(figures));
}
const machine = {
  cores: cpus().length,
  load: loadavg().map((load) => Number(load.toFixed(2))),
  node: process.version,
};
if (values.json) console.log(JSON.stringify({ bench: 'formats', formats: found, machine }));
else
  console.log(
    `CPU time; medians of ${values.pairs} pairs; load ${machine.load.join(' ')}, Node ${machine.node}`,
  );
