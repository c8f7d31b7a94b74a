import type { Attribution } from './attribution.ts';
import type { Case } from './judge.ts';
import { attributionPassed } from './passed.ts';
import type { Noise } from './tellings.ts';

/** So many wrong messages are written out. */
const SHOWN = 10;

/** The report for readers. `isHeldOut`: no rule was ever looked at with this seed. */
export function describe(
  seed: number,
  containers: number,
  noise: Noise,
  found: Attribution,
  isHeldOut: boolean,
): string {
  const { right, wrong, parked, undecidable, plausible, total, cycles } = found.verdicts;
  const share = (part: number) => `${((100 * part) / Math.max(1, total)).toFixed(3).padStart(8)} %`;
  const line = (name: string, part: number, meaning: string) =>
    `  ${name.padEnd(12)}${String(part).padStart(9)}${share(part)}  ${meaning}`;
  const percent = (part: number) => `${100 * part} %`;
  const lines = [
    `Attribution, ${isHeldOut ? 'held-out ' : ''}seed ${seed}${isHeldOut ? ', on which nothing was tuned' : ''}: ${containers} containers and more that took over from damaged ones, ${cycles} cycles,`,
    `${total} messages about boxes; of gate moves ${percent(noise.missing)} missing and ${percent(noise.late)} stamped late, ` +
      `of messages ${percent(noise.wrong)} wrong.`,
    '',
    line('right', right, 'on its cycle, or wrong and parked or put right'),
    line('wrong', wrong, 'on a cycle that is not its own'),
    line('parked', parked, 'could be decided, and waits for more'),
    line('undecidable', undecidable, 'true, and no evidence says whose it is'),
    line('plausible', plausible, 'wrong, and nothing speaks against it'),
    '',
    `The engine took ${found.microsPerMessage.toFixed(0)} µs of CPU for each message.`,
    ...found.cases
      .filter(({ verdict }) => verdict === 'wrong')
      .slice(0, SHOWN)
      .map(caseLine),
    attributionPassed(found.verdicts) ? 'Passed.' : 'NOT passed: wrong must be 0, and parked under 2 %.',
  ];
  return `${lines.join('\n')}\n`;
}

/** `Took 4 min 7 s.` */
export function describeDuration(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  return `Took ${minutes > 0 ? `${minutes} min ` : ''}${Math.round(seconds % 60)} s.\n`;
}

function caseLine({ told, mark }: Case): string {
  const { box, at, code, loadState, place, papers, use, wrong, isLate } = told;
  const when = new Date(at).toISOString().slice(0, 16);
  const named = papers.map(([, number]) => number).join(' ') || 'no papers';
  const error = wrong ?? (isLate ? 'LATE' : 'TRUE');
  return `  wrong: ${box} ${when} ${code} ${loadState} ${place.unLocode} (${named}), ${error} of ${use.kind} ${use.id}, ${mark}`;
}
