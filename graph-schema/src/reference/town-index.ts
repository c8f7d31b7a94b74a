import type { Gazetteer } from '../domain/place.ts';
import type { UnLocodeNames } from './un-locode-table.ts';

/** Words that senders and tables shorten, each as its own. */
const SHORTENED: Readonly<Record<string, string>> = { ST: 'SAINT', STE: 'SAINTE', FT: 'FORT', MT: 'MOUNT' };

/** `St. Louis` and `SAINT LOUIS`: without accents and signs, in capitals. */
function townKey(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toUpperCase()
    .split(/[^\p{L}\p{N}]+/u)
    .map((word) => SHORTENED[word] ?? word)
    .join('');
}

/**
 * Towns by name, state or province, and country. A name that a state has twice is nobody's. The table of a country is
 * made when first asked for: it is needed for few.
 */
export function createTownIndex(
  names: UnLocodeNames,
  findLocode: Gazetteer['findLocode'],
): Gazetteer['findTown'] {
  const countries = new Map<string, ReadonlyMap<string, string | null>>();
  const townsOf = (country: string): ReadonlyMap<string, string | null> => {
    const known = countries.get(country);
    if (known) return known;
    const towns = new Map<string, string | null>();
    for (const [code, name, subdivision] of names.entries(country)) {
      const key = `${subdivision} ${townKey(name)}`;
      towns.set(key, towns.has(key) ? null : code);
    }
    countries.set(country, towns);
    return towns;
  };
  return (name, subdivision, country) => {
    const code = /^[A-Z]{2}$/.test(country)
      ? townsOf(country).get(`${subdivision.trim().toUpperCase()} ${townKey(name)}`)
      : null;
    return code ? findLocode(code) : null;
  };
}
