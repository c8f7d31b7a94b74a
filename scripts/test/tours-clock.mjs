import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Afternoon in China. What the sample world tells happened at hours of days before its start, and limits count from then. */
const BEGIN_AT_UTC_HOUR = 8;

/** Lets the service clock of this data folder begin at the next such hour, so that the tours find the same world at any hour. */
export function beginTours(dataDir, rate, wallNow = Date.now()) {
  const hour = BEGIN_AT_UTC_HOUR * HOUR_MS;
  const origin = Math.ceil((wallNow - hour) / DAY_MS) * DAY_MS + hour;
  mkdirSync(dataDir, { recursive: true });
  const state = { origin, wall: wallNow, rate, lastServiceTime: origin, stopped: true };
  writeFileSync(join(dataDir, 'clock.json'), JSON.stringify(state));
}
