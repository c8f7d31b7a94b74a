import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lockDataFolder } from './lock-file.mjs';

/** Locks the data folder for this process; without one, makes a temporary folder that is deleted at the stop. */
export function openDataFolder(dataDir, lifecycle) {
  const folder = dataDir ?? mkdtempSync(join(tmpdir(), 'throughline-'));
  if (dataDir === null) {
    const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    lifecycle.own({ stop: async () => remove(), kill: remove });
  }
  const unlock = lockDataFolder(folder);
  lifecycle.own({ stop: async () => unlock(), kill: unlock });
  return folder;
}
