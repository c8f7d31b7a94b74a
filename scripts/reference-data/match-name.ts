const ignoredWords = new Set([
  'port',
  'puerto',
  'porto',
  'airport',
  'international',
  'intl',
  'apt',
  'harbour',
  'saint',
]);

function wordsOf(name: string): string[] {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word.length > 2 && !ignoredWords.has(word));
}

/** Letters only, without accents: `Saint-Malo` and `SAINT MALO` agree. */
export function nameKey(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
}

/** Whether two tables may mean the same place: a word in common, or one name beginning like the other. */
export function namesAgree(a: string, b: string): boolean {
  const keyA = nameKey(a);
  const keyB = nameKey(b);
  if (keyA.slice(0, 5) === keyB.slice(0, 5)) return true;
  const wordsB = new Set(wordsOf(b));
  return wordsOf(a).some((word) => wordsB.has(word));
}

/** Great-circle distance in kilometres. */
export function distanceKm(latA: number, lonA: number, latB: number, lonB: number): number {
  const rad = Math.PI / 180;
  const h =
    Math.sin(((latB - latA) * rad) / 2) ** 2 +
    Math.cos(latA * rad) * Math.cos(latB * rad) * Math.sin(((lonB - lonA) * rad) / 2) ** 2;
  return 12_742 * Math.asin(Math.min(1, Math.sqrt(h)));
}
