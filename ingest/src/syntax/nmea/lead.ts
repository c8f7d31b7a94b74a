/**
 * What loggers write in front of a sentence: `1795280400 !AIVDM…`, `2026-11-21T01:00:00Z;!AIVDM…`,
 * `<134>1 2026-11-21T01:00:00+08:00 rx7 - !AIVDM…`. A time without a zone is nobody's instant and is left.
 */
const EPOCH = /^["'[(\s]*(1\d{9})(?:\d{3})?(?:\.\d+)?(?!\d)/;
const ISO = /(?:^|[^\d.])(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d)(?:[.,]\d{1,9})?(Z|[+-]\d\d:?\d\d)/;
/** A time stands in the first characters of a line. */
const LONGEST_LEAD = 200;

/** Epoch seconds that stand in front of a sentence, or null. */
export function leadingSeconds(bytes: Uint8Array, start: number, end: number): number | null {
  if (end - start < 10) return null;
  let lead = '';
  for (let i = start; i < Math.min(end, start + LONGEST_LEAD); i += 1)
    lead += String.fromCharCode(bytes[i] ?? 0);
  const epoch = EPOCH.exec(lead)?.[1];
  if (epoch !== undefined) return Number(epoch);
  const [, day, time, zone] = ISO.exec(lead) ?? [];
  if (day === undefined || time === undefined || zone === undefined) return null;
  const offset = zone.length === 5 ? `${zone.slice(0, 3)}:${zone.slice(3)}` : zone;
  const at = Date.parse(`${day}T${time}${offset}`);
  return Number.isFinite(at) ? Math.floor(at / 1000) : null;
}
