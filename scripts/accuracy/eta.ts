import { etaReport, ETA_VOICES, type EtaModeReport } from './eta-report.ts';

/** Seeds from 1,000 on are for the report; nothing was tuned on them. */
const FIRST = 1000;
const count = Number(process.argv.find((word) => /^\d+$/.test(word)) ?? 600);
const first = process.argv.includes('--tuning') ? 0 : FIRST;
const report = etaReport(Array.from({ length: count }, (_, index) => first + index));
if (process.argv.includes('--json')) console.log(JSON.stringify(report, null, 2));
else {
  console.log(`${report.carrierModel}\n${report.plainModel}\n`);
  show('sea', report.sea);
  show('rail', report.rail);
}

function show(name: string, { runs, errors, flaps, inBand }: EtaModeReport): void {
  console.log(`${name}: ${runs} runs measured; mean and P90 of the absolute error in hours`);
  console.log(`days before${ETA_VOICES.map((voice) => voice.padStart(16)).join('')}`);
  for (const row of errors) {
    const cells = ETA_VOICES.map((voice) => `${row[voice].meanHours} / ${row[voice].p90Hours}`.padStart(16));
    console.log(`${String(row.daysBefore).padStart(11)}${cells.join('')}   (${row.best.runs} runs)`);
  }
  console.log(`taken back per run: ${JSON.stringify(flaps)}; arrivals within the band: ${inBand}\n`);
}
