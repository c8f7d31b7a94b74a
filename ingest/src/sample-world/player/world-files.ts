import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { sourceKeys, sourceProfiles } from '../sources.ts';
import { sampleBerths } from '../world/berths.ts';

const OWNER_ONLY = 0o600;

/** How far the play has come; kept so that a second start goes on where the first one stopped. */
export interface PlayState {
  /** Service time that the scripts are placed around: the first start. UTC, ISO 8601. */
  readonly anchor: string;
  /** How many deliveries of each source were acknowledged, in the order of the script. */
  readonly delivered: Readonly<Record<string, number>>;
}

const playState = z.object({ anchor: z.iso.datetime(), delivered: z.record(z.string(), z.int()) });

/** The files that the sample world keeps in the data folder. */
interface WorldFiles {
  /** Puts the senders into `sources.json`, beside those that are there, and gives their plain keys by source id. */
  readonly ensureSources: () => Readonly<Record<string, string>>;
  /** Puts the berths of the sample world where an operator's stand, unless there are some. */
  readonly ensureBerths: () => void;
  readonly findState: () => PlayState | null;
  readonly saveState: (state: PlayState) => void;
  /** Puts a file into the drop folder of a source; it appears there complete. */
  readonly drop: (sourceId: string, fileName: string, bytes: Uint8Array) => void;
}

/** Null when there is no such file. */
function findText(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

/** Readers see the old content or the new one, never a part. */
function replaceFile(file: string, content: string | Uint8Array): void {
  writeFileSync(`${file}.new`, content, { mode: OWNER_ONLY });
  renameSync(`${file}.new`, file);
}

/** `secret`: given by the operator, else made at the first start and kept. */
export function openWorldFiles(dataFolder: string, secret: string | null): WorldFiles {
  const own = join(dataFolder, 'sample-world');
  mkdirSync(own, { recursive: true });
  const stateFile = join(own, 'state.json');

  const keptSecret = (): string => {
    if (secret) return secret;
    const file = join(own, 'secret');
    const kept = findText(file);
    if (kept) return kept.trim();
    const made = randomBytes(32).toString('base64url');
    replaceFile(file, `${made}\n`);
    return made;
  };

  return {
    ensureSources() {
      const used = keptSecret();
      const keys = sourceKeys(used);
      replaceFile(join(own, 'keys.json'), `${JSON.stringify(keys, null, 2)}\n`);
      const file = join(dataFolder, 'sources.json');
      const before = findText(file) ?? '[]\n';
      const listed = z.array(z.looseObject({ id: z.string() })).parse(JSON.parse(before));
      const profiles = sourceProfiles(used);
      const sampleIds = new Set(profiles.map(({ id }) => id));
      const after = `${JSON.stringify([...listed.filter(({ id }) => !sampleIds.has(id)), ...profiles], null, 2)}\n`;
      if (after !== before) replaceFile(file, after);
      return keys;
    },
    ensureBerths() {
      const file = join(dataFolder, 'berths.tsv');
      if (findText(file) === null) replaceFile(file, sampleBerths());
    },
    findState() {
      const kept = findText(stateFile);
      return kept === null ? null : playState.parse(JSON.parse(kept));
    },
    saveState: (state) => replaceFile(stateFile, `${JSON.stringify(state, null, 2)}\n`),
    drop(sourceId, fileName, bytes) {
      const folder = join(dataFolder, 'drop', sourceId);
      mkdirSync(folder, { recursive: true });
      const waiting = join(own, fileName);
      writeFileSync(waiting, bytes);
      renameSync(waiting, join(folder, fileName));
    },
  };
}
