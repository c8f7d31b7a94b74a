// Two layouts of the UN/LOCODE list, told apart by a line of column names.
// UNECE (no such line; Windows-1252; several parts):
//   change,country,location,name,nameWoDiacritics,subdivision,function,status,date,IATA,coordinates,remarks
//   ,"CN","NBO","Ningbo","Ningbo","ZJ","12-4----","AS","0001",,"2952N 12133E",
//   a country's own line has no location and a name that begins with "."; change X = to be removed, = a reference
// With names (any order, also status before function): country, location, name … and `coordinates` or `lat`, `lon`,
//   `geocoded` (true: the point was guessed from the name, and is left out)
// Functions are found by their form, because some tables move them by a column.

export interface UnLocodeRow {
  readonly code: string;
  readonly name: string;
  readonly functions: string;
  readonly latitude: number | null;
  readonly longitude: number | null;
}

export interface UnLocodeRowError {
  readonly line: number;
  readonly problem: 'BAD_CODE' | 'NO_NAME' | 'NO_FUNCTIONS' | 'BAD_COORDINATES';
  readonly value: string;
}

export interface UnLocodeCsv {
  readonly rows: readonly UnLocodeRow[];
  readonly errors: readonly UnLocodeRowError[];
  /** Lines that hold no place: country headings, references, entries to be removed. */
  readonly skippedLines: number;
  /** Points that were only guessed from the name, and are left out. */
  readonly guessedPoints: number;
}

/** UTF-8 where the bytes are, else Windows-1252, in which UNECE publishes. */
export function decodeCsv(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** RFC 4180: quoted cells may hold commas, doubled quotes and line breaks. */
export function parseCsvLines(text: string): string[][] {
  const lines: string[][] = [];
  let cells: string[] = [];
  const cell = /(?:"((?:[^"]|"")*)"|([^,\r\n]*))(,|\r?\n|\r|$)/gy;
  cell.lastIndex = text.startsWith('\uFEFF') ? 1 : 0;
  while (cell.lastIndex < text.length) {
    const match = cell.exec(text);
    if (!match) break;
    cells.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
    if (match[3] !== ',') {
      lines.push(cells);
      cells = [];
    }
  }
  if (cells.length > 0) lines.push(cells);
  return lines;
}

/** `3114N 12129E` (degrees and minutes), in decimal degrees; null when it is not of that form. */
export function parseLocodePoint(text: string): { latitude: number; longitude: number } | null {
  const match = /^(\d{2})(\d{2})([NS])\s*(\d{3})(\d{2})([EW])$/.exec(text.trim().toUpperCase());
  if (!match) return null;
  return checkedPoint(
    degreesOf(match[1], match[2]) * (match[3] === 'S' ? -1 : 1),
    degreesOf(match[4], match[5]) * (match[6] === 'W' ? -1 : 1),
  );
}

const round = (degrees: number) => Math.round(degrees * 10_000) / 10_000;
const degreesOf = (whole: string | undefined, minutes: string | undefined) =>
  round(Number(whole) + Number(minutes) / 60);

function checkedPoint(latitude: number, longitude: number): { latitude: number; longitude: number } | null {
  const isOnEarth = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
  return isOnEarth ? { latitude, longitude } : null;
}

const unecePositions = { change: 0, country: 1, location: 2, name: 3, coordinates: 10 };
const isFunctions = (cell: string) => /^[0-9B-]{8}$/.test(cell) && cell.includes('-');

export function parseUnLocodeCsv(text: string): UnLocodeCsv {
  const lines = parseCsvLines(text);
  const head = lines[0]?.map((cell) => cell.trim().toLowerCase()) ?? [];
  const isNamed = head.includes('country') && head.includes('location');
  const at = (column: keyof typeof unecePositions | 'lat' | 'lon' | 'geocoded') =>
    isNamed ? head.indexOf(column) : column in unecePositions ? unecePositions[column as 'change'] : -1;
  const rows: UnLocodeRow[] = [];
  const errors: UnLocodeRowError[] = [];
  let skippedLines = 0;
  let guessedPoints = 0;

  for (const [index, cells] of lines.entries()) {
    if (isNamed && index === 0) continue;
    const cell = (column: Parameters<typeof at>[0]) => cells[at(column)]?.trim() ?? '';
    const report = (problem: UnLocodeRowError['problem'], value: string) => {
      errors.push({ line: index + 1, problem, value });
    };
    const location = cell('location');
    if (location === '' || cell('change') === 'X' || cell('change') === '=') {
      skippedLines += 1;
      continue;
    }
    const code = cell('country') + location;
    // A name that a table broke at its comma: `"Dongli ` and `Tianjin"` in two cells.
    const isBroken = cell('name').startsWith('"');
    const name = (
      isBroken ? `${cell('name').trim()}, ${(cells[at('name') + 1] ?? '').trim()}` : cell('name')
    ).replace(/^"|"$/g, '');
    const functions = cells.find((text_) => isFunctions(text_.trim()))?.trim();
    if (!/^[A-Z]{2}[A-Z0-9]{3}$/.test(code)) report('BAD_CODE', code);
    else if (name === '') report('NO_NAME', code);
    else if (functions === undefined) report('NO_FUNCTIONS', code);
    else {
      const isGuessed = cells.at(-1)?.trim().toLowerCase() === 'true';
      const written = cell('coordinates') || [cell('lat'), cell('lon')].filter(Boolean).join(' ');
      const point =
        isGuessed || isBroken || written === ''
          ? null
          : readPoint(cell('coordinates'), cell('lat'), cell('lon'));
      if (isGuessed) guessedPoints += 1;
      else if (!isBroken && written !== '' && point === null) report('BAD_COORDINATES', `${code} ${written}`);
      rows.push({
        code,
        name,
        functions,
        latitude: point?.latitude ?? null,
        longitude: point?.longitude ?? null,
      });
    }
  }
  return { rows, errors, skippedLines, guessedPoints };
}

function readPoint(coordinates: string, lat: string, lon: string) {
  if (coordinates !== '') return parseLocodePoint(coordinates);
  if (lat === '' || lon === '') return null;
  return checkedPoint(round(Number(lat)), round(Number(lon)));
}
