/**
 * What two spellings of one station have in common: `西安国际港站` and `西安国际港`, `Małaszewicze` and
 * `MALASZEWICZE`, `Łódź Olechów` and `Lodz-Olechow`. Cyrillic keeps its letters.
 */
export function stationKey(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toUpperCase()
    .replaceAll('Ł', 'L')
    .replaceAll('Ё', 'Е')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/(火车|铁路|货运)?站$/u, '')
    .replace(/(RAILWAY|RAIL)?STATION$/, '');
}
