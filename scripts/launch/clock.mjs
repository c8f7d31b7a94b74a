import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

// Service time = origin + (wall − wallAtOrigin) · rate. All in milliseconds since 1970; the rate has no unit.

const SAVE_EVERY_MS = 5000;
/** After a launcher was killed, its processes may have gone on this long (wall time) after the last save. */
const UNSAVED_MS = SAVE_EVERY_MS + 30_000;

export function serviceTime({ origin, wall, rate }, wallNow) {
  return origin + (wallNow - wall) * rate;
}

/** The clock of a new run: it never goes back behind a time that the run before may have given out. */
export function nextClock(saved, { wallNow, rate }) {
  if (saved === null) return { origin: wallNow, wall: wallNow, rate };
  const last = saved.lastServiceTime + (saved.stopped ? 0 : UNSAVED_MS * saved.rate);
  return { origin: Math.max(wallNow, Math.ceil(last)), wall: wallNow, rate };
}

/** What a process needs to show the same time: instants in ISO 8601 UTC. */
export function clockEnvironment({ origin, wall, rate }) {
  return {
    CLOCK_ORIGIN: new Date(origin).toISOString(),
    CLOCK_WALL: new Date(wall).toISOString(),
    CLOCK_RATE: String(rate),
  };
}

/** Opens the clock kept in `<dataDir>/clock.json` and keeps it up to date until the stop. */
export function openClock({ dataDir, rate, lifecycle, wallNow = Date.now }) {
  const file = join(dataDir, 'clock.json');
  const clock = nextClock(readSaved(file), { wallNow: wallNow(), rate });
  const save = (stopped) => {
    const state = { ...clock, lastServiceTime: serviceTime(clock, wallNow()), stopped };
    writeFileSync(`${file}.new`, JSON.stringify(state));
    renameSync(`${file}.new`, file);
  };
  save(false);
  const timer = setInterval(() => save(false), SAVE_EVERY_MS);
  timer.unref();
  lifecycle.own({
    stop: async () => {
      clearInterval(timer);
      save(true);
    },
  });
  return clock;
}

function readSaved(file) {
  try {
    const saved = JSON.parse(readFileSync(file, 'utf8'));
    return Number.isFinite(saved.lastServiceTime) && Number.isFinite(saved.rate) ? saved : null;
  } catch {
    return null;
  }
}
