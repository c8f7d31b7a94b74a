import { readFileSync } from 'node:fs';

/** Stops with one line where Node is too old for the rest to be even parsed. */
export function requireNode() {
  const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  const lowest = manifest.engines.node.replace('>=', '');
  if (isAtLeast(process.versions.node, lowest)) return;
  console.error(`Node ${lowest} or newer is needed; this is ${process.versions.node}`);
  process.exit(1);
}

/** Whether a version such as `20.20.2` is at least the lowest, `20.19.0`. */
export function isAtLeast(version, lowest) {
  const [have, need] = [version, lowest].map((text) => text.split('.').map(Number));
  for (let index = 0; index < need.length; index += 1) {
    if (have[index] !== need[index]) return have[index] > need[index];
  }
  return true;
}
