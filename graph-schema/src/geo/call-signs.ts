/** Call signs that an aircraft transmitted on one UTC day, each with its first and last time in epoch seconds: `CLX9737 1795249200 1795286400`. */
export type PackedSigns = readonly string[];

/** A call sign is taken to be that of a move so long before it was first heard, and after it was heard last. */
const SLACK_SECONDS = 1800;

interface Heard {
  readonly sign: string;
  readonly first: number;
  readonly last: number;
}

/** With more that was heard; of the same reports in any order the same. */
export function unionOfSigns(before: PackedSigns, received: readonly (readonly [at: number, sign: string])[]): string[] {
  const heard = new Map(before.flatMap(unpack).map((one) => [one.sign, one]));
  for (const [at, sign] of received) {
    const known = heard.get(sign);
    heard.set(sign, { sign, first: Math.min(known?.first ?? at, at), last: Math.max(known?.last ?? at, at) });
  }
  return [...heard.values()].map(({ sign, first, last }) => `${sign} ${first} ${last}`).sort();
} // prettier-ignore

/** The call sign at a time, by what was heard on several days; null where none was, or two were. */
export function signAt(days: readonly PackedSigns[], at: number): string | null {
  const heard = days.flat().flatMap(unpack);
  const far = ({ first, last }: Heard) => Math.max(first - at, at - last, 0);
  const near = heard.filter((one) => far(one) <= SLACK_SECONDS).sort((a, b) => far(a) - far(b));
  const [nearest] = near;
  if (!nearest) return null;
  return near.some((other) => other.sign !== nearest.sign && far(other) === far(nearest)) ? null : nearest.sign; // prettier-ignore
}

function unpack(text: string): Heard[] {
  const [sign, first, last] = text.split(' ');
  return sign === undefined ? [] : [{ sign, first: Number(first), last: Number(last) }];
}
