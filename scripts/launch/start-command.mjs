import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { buildAll } from './build.mjs';
import { openDataFolder } from './data-folder.mjs';
import { LaunchError } from './launch-error.mjs';
import { createLog, seconds } from './log.mjs';
import { STAY, main } from './main.mjs';
import { signInLines } from './first-account.mjs';
import { ensurePackages } from './npm-ci.mjs';
import { root } from './paths.mjs';
import { showSampleNumbers } from './sample-numbers.mjs';
import { startSystem } from './system.mjs';

const USAGE = `npm start [-- OPTIONS]
  --empty          no sample world, the clock at the wall's rate
  --port N         port of the web pages (4000, or the next free one); API and ingest take the two after it
  --data DIR       where everything is kept (.throughline)
  --clock-rate R   seconds of service time in a second (60 with the sample world, else 1)
  --open           open the browser when ready`;

const log = createLog();
await main(
  async ({ lifecycle, leave }) => {
    const began = performance.now();
    const options = readOptions();
    if (options === null) {
      log.line(USAGE);
      return 0;
    }
    const dataDir = openDataFolder(options.dataDir, lifecycle);
    await ensurePackages({ log });
    const system = await startSystem({
      ...options,
      dataDir,
      log,
      lifecycle,
      onLost: () => void leave(1),
      prepare: () => log.step('build', buildAll),
    });
    const { urls, sampleNumbers } = system;
    const signIn = await signInLines(system);
    log.line(`\nThroughline 全程通 is ready (${seconds(performance.now() - began)}), Ctrl-C stops it.`);
    log.line(`  web      ${urls.web}`);
    log.line(`  GraphQL  ${urls.api}/graphql`);
    log.line(`  ingest   ${urls.ingest}`);
    log.line(`  data     ${dataDir}`);
    for (const line of signIn.lines) log.line(line);
    if (sampleNumbers.length > 0)
      log.line(`  numbers to look up:\n${showSampleNumbers(sampleNumbers).join('\n')}`);
    if (options.open) openBrowser(signIn.link ?? urls.web);
    return STAY;
  },
  { log },
);

function readOptions() {
  let values;
  try {
    ({ values } = parseArgs({
      options: {
        empty: { type: 'boolean', default: false },
        port: { type: 'string', default: process.env.WEB_PORT ?? '4000' },
        data: { type: 'string', default: process.env.THROUGHLINE_DATA ?? join(root, '.throughline') },
        'clock-rate': { type: 'string' },
        open: { type: 'boolean', default: false },
        'no-open': { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    }));
  } catch (error) {
    throw new LaunchError(`${error.message}\n${USAGE}`);
  }
  if (values.help) return null;
  const clockRate = Number(values['clock-rate'] ?? process.env.CLOCK_RATE ?? (values.empty ? 1 : 60));
  const webPort = Number(values.port);
  if (!(clockRate > 0)) throw new LaunchError(`--clock-rate must be a number above 0\n${USAGE}`);
  if (!Number.isInteger(webPort) || webPort < 1 || webPort > 65_000) {
    throw new LaunchError(`--port must be a number from 1 to 65000\n${USAGE}`);
  }
  const open = values.open && !values['no-open'];
  return { empty: values.empty, dataDir: resolve(values.data), clockRate, webPort, open };
}

function openBrowser(url) {
  const command = { darwin: 'open', win32: 'explorer' }[process.platform] ?? 'xdg-open';
  const child = spawn(command, [url], { stdio: 'ignore', detached: true });
  child.on('error', () => log.warn(`no browser could be opened: see ${url}`));
  child.unref();
}
