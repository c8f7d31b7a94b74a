import { cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { FORMATS } from '../src/formats/index.ts';
import type { MessageFormat } from '../src/formats/message-format.ts';
import { readMessage } from '../src/pipeline/read.ts';
import { largestSamples, type Sample } from '../src/testing/largest-samples.ts';
import { floorOf } from './floors.ts';
import { enlarge } from './enlarge.ts';

// How fast each format reads, next to the least that anybody must do with the same bytes (bench/floors.ts), in turn within one
// run. The bytes are the format's own largest clean sample, repeated where its grammar lets it.
const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    pairs: { type: 'string', default: '5' },
    /** Time of one block. */
    ms: { type: 'string', default: '150' },
    only: { type: 'string' },
  },
});

interface Figures {
  readonly format: string;
  readonly bytes: number;
  readonly messages: number;
  readonly events: number;
  readonly floor: string;
  readonly megabytesPerSecond: number;
  readonly messagesPerSecond: number;
  readonly ratioToFloor: number;
}

/** CPU seconds that one call takes, over as many calls as fit into the time of a block. */
function secondsPerCall(work: () => unknown, blockMs: number): number {
  const start = process.cpuUsage();
  const until = performance.now() + blockMs;
  let calls = 0;
  do {
    work();
    calls += 1;
  } while (performance.now() < until);
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6 / calls;
}

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

function measure(format: MessageFormat, sample: Sample): Figures {
  const bytes = enlarge(sample.bytes, format);
  const read = () => readMessage(bytes, sample.context, FORMATS);
  const { interpretation, messages } = read();
  const floor = floorOf(bytes);
  const blockMs = Number(values.ms);
  secondsPerCall(read, blockMs);
  secondsPerCall(floor.work, blockMs);
  const ours: number[] = [];
  const ratios: number[] = [];
  for (let pair = 0; pair < Number(values.pairs); pair += 1) {
    const oursFirst = pair % 2 === 0;
    const first = secondsPerCall(oursFirst ? read : floor.work, blockMs);
    const second = secondsPerCall(oursFirst ? floor.work : read, blockMs);
    const [own, least] = oursFirst ? [first, second] : [second, first];
    ours.push(own);
    ratios.push(least / own);
  }
  const seconds = median(ours);
  return {
    format: format.id,
    bytes: bytes.length,
    messages,
    events: interpretation.messages.reduce((total, { attested }) => total + attested.length, 0),
    floor: floor.name,
    megabytesPerSecond: bytes.length / seconds / 1e6,
    messagesPerSecond: messages / seconds,
    ratioToFloor: median(ratios),
  };
}

const found: Figures[] = [];
const samples = largestSamples(values.only);
const formats: readonly MessageFormat[] = FORMATS;
if (!values.json) console.log('format                          MB/s   messages/s   of the floor   floor');
for (const format of formats) {
  const sample = samples.get(format.id);
  if (!sample) continue;
  const figures = measure(format, sample);
  found.push(figures);
  if (values.json) continue;
  const { megabytesPerSecond, messagesPerSecond, ratioToFloor, floor } = figures;
  console.log(
    `${format.id.padEnd(28)} ${megabytesPerSecond.toFixed(1).padStart(7)} ${Math.round(messagesPerSecond).toString().padStart(12)}` +
      ` ${ratioToFloor.toFixed(3).padStart(14)}   ${floor}`,
  );
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
