/** A number with point or comma as decimal mark (ISO 9735 §10 allows both); null when it is none. */
export function parseEdifactNumber(value: string | null): number | null {
  if (value === null || !/^-?\d{1,15}(?:[.,]\d{1,10})?$/.test(value)) return null;
  return Number(value.replace(',', '.'));
}
