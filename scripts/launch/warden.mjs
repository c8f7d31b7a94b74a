// Outlives a launcher that was killed outright. Its standard input is a pipe from the launcher: when that closes while
// processes are still noted in the run folder, nobody is left to stop them, so this does, last started first.
import { stopLeftovers } from './leftovers.mjs';

const runDir = process.argv[2];
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => {});
process.stdin.resume();
process.stdin.on('close', async () => {
  await stopLeftovers(runDir);
  process.exit(0);
});
