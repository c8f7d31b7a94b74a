const INT32_MAX = 2_147_483_647;

/** A `limit` as it stands in a query; null: it is no whole number from 1 on. */
export function queryLimit(text: string): number | null {
  const number = /^\d{1,10}$/.test(text) ? Number(text) : 0;
  return number < 1 || number > INT32_MAX ? null : number;
}
