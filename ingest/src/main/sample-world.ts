import { serviceClock } from '../clock.ts';
import { runWorld } from '../sample-world/player/run-world.ts';
import { readPlayerSettings } from '../sample-world/player/settings.ts';

// The sample world: senders whose messages come in through the same doors as anyone's. Ends on SIGTERM; a second start
// goes on where this one stopped.
const stop = new AbortController();
process.on('SIGTERM', () => stop.abort());
process.on('SIGINT', () => stop.abort());

await runWorld({
  settings: readPlayerSettings(process.env),
  serviceNow: serviceClock(process.env),
  wallNow: Date.now,
  print: (line) => process.stdout.write(`${line}\n`),
  signal: stop.signal,
});
process.exit(0);
