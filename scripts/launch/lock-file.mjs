import { closeSync, mkdirSync, openSync, readFileSync, unlinkSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { LaunchError } from './launch-error.mjs';
import { identify, isAlive } from './process-identity.mjs';

/**
 * One launcher per data folder. The lock names its holder by pid and start time, so one left by a killed launcher is
 * recognised and taken over. Answers a function that releases it.
 */
export function lockDataFolder(dataDir, self = identify(process.pid), alive = isAlive) {
  mkdirSync(dataDir, { recursive: true });
  const file = join(dataDir, 'launcher.lock');
  for (let attempt = 0; attempt < 3; attempt += 1) {
    try {
      const descriptor = openSync(file, 'wx', 0o600);
      writeSync(descriptor, JSON.stringify(self));
      closeSync(descriptor);
      return () => releaseIfOurs(file, self);
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      const holder = readHolder(file);
      if (holder !== null && alive(holder)) {
        throw new LaunchError(
          `already running on ${dataDir} (process ${holder.pid}): stop it first, or give another folder with --data`,
        );
      }
      removeIfThere(file);
    }
  }
  throw new LaunchError(`cannot lock ${dataDir}: another start is racing for it`);
}

function readHolder(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

function releaseIfOurs(file, self) {
  const holder = readHolder(file);
  if (holder?.pid === self.pid && holder.startedAt === self.startedAt) removeIfThere(file);
}

function removeIfThere(file) {
  try {
    unlinkSync(file);
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
  }
}
