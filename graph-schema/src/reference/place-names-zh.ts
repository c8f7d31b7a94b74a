import { readTable } from './table-file.ts';

/** Chinese names by UN/LOCODE, and by `IATA:` + code where the airport's name differs from the town's. */
export function readPlaceNamesZh(directory: string): Map<string, string> {
  const names = new Map<string, string>();
  for (const [key = '', nameZh = ''] of readTable(directory, 'place-names-zh', ['key', 'nameZh'])) {
    names.set(key, nameZh);
  }
  return names;
}
