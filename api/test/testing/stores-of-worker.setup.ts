/** Gives the files that run in this worker the stores of its lane, as the settings that every process of the system reads. */
const { STORES_OF_WORKERS: stores, VITEST_POOL_ID: worker } = process.env;

if (stores !== undefined)
  Object.assign(process.env, (JSON.parse(stores) as Record<string, string>[])[Number(worker) - 1]);
