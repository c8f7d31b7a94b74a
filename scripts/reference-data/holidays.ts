import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { openPypiPackage } from './package-source.ts';

const VERSION = '0.108';
const YEARS = [2026, 2027];
/** Where containers and trains of the sample tariffs go. Of Germany what is off everywhere; of Great Britain England's. */
const COUNTRIES = [
  'AE', 'BE', 'BR', 'BY', 'DE', 'ES', 'FR', 'GB-ENG', 'GR', 'IT', 'JP', 'KR', 'KZ', 'MY', 'PL', 'RU', 'SG', 'TH', 'VN',
] as const; // prettier-ignore
const FILE = new URL('../../graph-schema/data/holidays.json', import.meta.url);

/** What `holidays.py` prints. */
interface Found {
  readonly country: string;
  readonly subdivision: string | null;
  readonly weekend: readonly number[];
  readonly years: readonly { readonly year: number; readonly off: readonly (readonly [string, string])[] }[];
}

/** Puts the days off of these countries into `holidays.json`; what was written there from public notices stays. */
export function buildHolidays(): void {
  using source = openPypiPackage('holidays', VERSION);
  using dates = openPypiPackage('python-dateutil', '2.9.0.post0');
  using six = openPypiPackage('six', '1.17.0');
  const script = fileURLToPath(new URL('holidays.py', import.meta.url));
  const given = [source.directory, VERSION, ...YEARS.map(String), ...COUNTRIES];
  const path = [dates.directory, six.directory].join(':');
  const env = { ...process.env, PYTHONPATH: path };
  const found = JSON.parse(execFileSync('python3', [script, ...given], { env, encoding: 'utf8' })) as Found[];
  const made = found.map(({ country, subdivision, weekend, years }) => ({
    country,
    weekend,
    years: years.map(({ year, off }) => ({
      year,
      source: 'E',
      why: `PyPI ${source.label}${subdivision ? `, ${country}-${subdivision}` : ''}, public holidays of the whole ${subdivision ? 'part' : 'country'}`,
      off: off.map(([day, name]) => ({ from: day, to: day, meaning: name, meaningZh: '公众假日' })),
      worked: [],
    })),
  }));
  const file = JSON.parse(readFileSync(FILE, 'utf8')) as { countries: { country: string }[] };
  const names = new Set(made.map(({ country }) => country));
  const kept = file.countries.filter(({ country }) => !names.has(country));
  const text = JSON.stringify({ ...file, countries: [...kept, ...made] }, null, 2);
  // A day a line.
  writeFileSync(FILE, `${text.replace(/\{\s+"from": (.+),\s+"to": (.+),\s+"meaning": (.+),\s+"meaningZh": (.+)\s+\}/g, '{ "from": $1, "to": $2, "meaning": $3, "meaningZh": $4 }')}\n`);
} // prettier-ignore
