import { createHash } from 'node:crypto';
import type { Asker } from 'graph-schema/domain/access/asker';

const known = new WeakMap<Asker, string>();

/**
 * Names those who see the same of everything: equal for two askers only where all that sight follows from is equal, which is
 * all of an asker but who it is.
 */
export function audienceOf(asker: Asker): string {
  const before = known.get(asker);
  if (before !== undefined) return before;
  const { actor: _, sight, ...rest } = asker;
  const sorted = sight === 'ALL' ? sight : [...sight].sort();
  const fields = Object.entries({ ...rest, sight: sorted }).sort(([a], [b]) => (a < b ? -1 : 1));
  const name = createHash('sha256').update(JSON.stringify(fields)).digest('base64url');
  known.set(asker, name);
  return name;
}
