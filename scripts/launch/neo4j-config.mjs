import { LOOPBACK } from './ports.mjs';

export const DEFAULT_HEAP_MB = 1024;

/** Settings of the embedded server: one machine, one writer, Bolt on the loopback address only. */
export function neo4jConfig({ boltPort, heapMb = DEFAULT_HEAP_MB, pageCacheMb = 512 }) {
  return [
    '# Written at every start.',
    `server.default_listen_address=${LOOPBACK}`,
    `server.bolt.listen_address=${LOOPBACK}:${boltPort}`,
    `server.bolt.advertised_address=${LOOPBACK}:${boltPort}`,
    'server.bolt.enabled=true',
    'server.http.enabled=false',
    'server.https.enabled=false',
    `server.memory.heap.initial_size=${heapMb}m`,
    `server.memory.heap.max_size=${heapMb}m`,
    `server.memory.pagecache.size=${pageCacheMb}m`,
    'server.directories.import=import',
    // A killed server replays everything since the last checkpoint; at the default of 15 minutes that took 98 s.
    'db.checkpoint.interval.time=60s',
    'db.checkpoint.interval.tx=20000',
    'db.tx_log.rotation.retention_policy=1 days 512M',
    // A client that stops while it holds a lane's lock must not hold it for ever.
    'db.transaction.timeout=60s',
    'db.lock.acquisition.timeout=30s',
    // Every statement seeks by an index that it names or that is the only one, so a plan made again is the same plan: while
    // a graph grows, the defaults plan all of them again every 10 s and read the indexes through at each 5 % of growth.
    'dbms.cypher.min_replan_interval=60s',
    'db.index_sampling.update_percentage=100',
    'dbms.usage_report.enabled=false',
    'dbms.security.allow_csv_import_from_file_urls=false',
    'db.logs.query.enabled=OFF',
    '',
  ].join('\n');
}
