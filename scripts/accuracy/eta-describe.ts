import { etaFailures } from './passed.ts';
import { ETA_VOICES, type EtaModeReport, type EtaReport } from './eta-report.ts';

/** How far off arrivals were, for readers. */
export function describeEta({ seeds, carrierModel, plainModel, sea, rail }: EtaReport): string {
  const failures = etaFailures({ sea, rail });
  return [
    `Arrivals of ${seeds.count} simulated voyages and as many trains, held-out seeds ${seeds.from} to ${seeds.to}: nothing was tuned on them.`,
    `carrier: ${carrierModel}`,
    `plain: ${plainModel}`,
    'computed: what the worker of live operation says of them. best: what the page relies on.',
    '',
    ...ofMode('sea', sea),
    ...ofMode('rail', rail),
    ...(failures.length === 0 ? ['Passed.'] : failures.map((failure) => `NOT passed: ${failure}.`)),
    '',
  ].join('\n');
}

function ofMode(name: string, { runs, errors, flaps, inBand }: EtaModeReport): string[] {
  return [
    `${name}: ${runs} runs measured; mean / P90 of the absolute error in hours`,
    `days before${ETA_VOICES.map((voice) => voice.padStart(16)).join('')}`,
    ...errors.map((row) => {
      const cells = ETA_VOICES.map((voice) => `${row[voice].meanHours} / ${row[voice].p90Hours}`.padStart(16));
      return `${String(row.daysBefore).padStart(11)}${cells.join('')}   (${row.best.runs} runs)`;
    }),
    `changes taken back per run: ${Object.entries(flaps).map(([voice, count]) => `${voice} ${count}`).join(', ')}; within the band from P10 to P90: ${inBand}`,
    '',
  ];
} // prettier-ignore
