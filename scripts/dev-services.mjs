// Neo4j and Redis alone, for work on one part of the system: node scripts/dev-services.mjs --help
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { openDataFolder } from './launch/data-folder.mjs';
import { createLog } from './launch/log.mjs';
import { STAY, main } from './launch/main.mjs';
import { serviceEnvironment, startServices } from './launch/services.mjs';

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    'neo4j-port': { type: 'string', default: '7687' },
    'redis-port': { type: 'string', default: '6379' },
    help: { type: 'boolean' },
  },
});
if (values.help) {
  console.log(
    'node scripts/dev-services.mjs [--data DIR] [--neo4j-port N] [--redis-port N]\n' +
      'Starts an embedded Neo4j and Redis, prints their settings as shell exports, and runs until Ctrl-C.\n' +
      'Without --data the data folder is a new one that is deleted at the end.',
  );
  process.exit(0);
}

const log = createLog({ out: process.stderr });
await main(
  async ({ lifecycle, leave }) => {
    const dataDir = openDataFolder(values.data === undefined ? null : resolve(values.data), lifecycle);
    const services = await startServices({
      dataDir,
      log,
      lifecycle,
      embeddedOnly: true,
      neo4jPort: Number(values['neo4j-port']),
      redisPort: Number(values['redis-port']),
      onLost: () => leave(1),
    });
    for (const [name, value] of Object.entries(serviceEnvironment(services))) {
      console.log(`export ${name}='${value}'`);
    }
    console.log(`export THROUGHLINE_DATA='${dataDir}'`);
    return STAY;
  },
  { log },
);
