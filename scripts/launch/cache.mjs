import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

const STAMP = 'complete.json';

/**
 * A folder that is filled once per machine. It is filled under another name and renamed when whole; the stamp lists
 * every file with its size, so that a copy cut short, by a full disk or a careless clean-up, is noticed and made anew.
 */
export async function filledFolder(folder, fill) {
  if (isWhole(folder)) return { folder, filled: false };
  mkdirSync(dirname(folder), { recursive: true });
  const draft = mkdtempSync(`${folder}.draft-`);
  try {
    await fill(draft);
    writeFileSync(join(draft, STAMP), JSON.stringify(sizes(draft)));
    // Another launcher may have finished meanwhile: its copy is as good.
    if (!isWhole(folder)) {
      rmSync(folder, { recursive: true, force: true });
      renameSync(draft, folder);
    }
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
  return { folder, filled: true };
}

export function isWhole(folder) {
  const stamp = join(folder, STAMP);
  if (!existsSync(stamp)) return false;
  try {
    const expected = JSON.parse(readFileSync(stamp, 'utf8'));
    const found = sizes(folder);
    const names = Object.keys(expected);
    return names.length > 0 && names.every((name) => found[name] === expected[name]);
  } catch {
    return false;
  }
}

function sizes(folder) {
  const result = {};
  for (const name of readdirSync(folder)) {
    if (name !== STAMP) result[name] = statSync(join(folder, name)).size;
  }
  return result;
}
