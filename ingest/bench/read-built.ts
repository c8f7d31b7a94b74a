import { createInterface } from 'node:readline';
import { loadGazetteer } from 'graph-schema/reference/load-gazetteer';
import type { FormatFigures, FormatQuestion } from './format-figures.ts';
import { floorOf } from './floors.ts';

// Reads as built, and says how long that took beside the floor. Started by formats.ts without the condition of development, so
// that graph-schema is the built one, too.
const built = (path: string) => new URL(`../dist/${path}.js`, import.meta.url).href;
const { FORMATS } = (await import(built('formats/index'))) as typeof import('../src/formats/index.ts');
const { readMessage } = (await import(built('pipeline/read'))) as typeof import('../src/pipeline/read.ts');
const [pairs = 5, blockMs = 150] = process.argv.slice(2).map(Number);
const places = loadGazetteer();

/** CPU seconds that one call takes, over as many calls as fit into the time of a block. */
function secondsPerCall(work: () => unknown): number {
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

function measure(question: FormatQuestion): FormatFigures {
  const bytes = new Uint8Array(Buffer.from(question.bytes, 'base64'));
  const context = { receivedAt: question.receivedAt, source: question.source, places };
  const read = () => readMessage(bytes, context, FORMATS);
  const { interpretation, messages } = read();
  const floor = floorOf(bytes);
  secondsPerCall(read);
  secondsPerCall(floor.work);
  const ours: number[] = [];
  const ratios: number[] = [];
  for (let pair = 0; pair < pairs; pair += 1) {
    const oursFirst = pair % 2 === 0;
    const first = secondsPerCall(oursFirst ? read : floor.work);
    const second = secondsPerCall(oursFirst ? floor.work : read);
    const [own, least] = oursFirst ? [first, second] : [second, first];
    ours.push(own);
    ratios.push(least / own);
  }
  const seconds = median(ours);
  return {
    format: question.format,
    bytes: bytes.length,
    messages,
    events: interpretation.messages.reduce((total, { attested }) => total + attested.length, 0),
    floor: floor.name,
    megabytesPerSecond: bytes.length / seconds / 1e6,
    messagesPerSecond: messages / seconds,
    ratioToFloor: median(ratios),
  };
}

for await (const line of createInterface({ input: process.stdin }))
  console.log(JSON.stringify(measure(JSON.parse(line) as FormatQuestion)));
