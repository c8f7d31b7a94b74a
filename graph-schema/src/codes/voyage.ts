import type { Brand } from './brand.ts';
import { parseImo } from './imo.ts';
import { badIdentifier, accepted, normaliseBounded } from './outcome.ts';
import type { Parsed } from './parsed.ts';

// China writes the conveyance as `UN9074729/037W`; others `IMO 9074729 / 037W`.

/** `9074729/037W` */
export type VoyageKey = Brand<'VoyageKey'>;

/** A sailing by ship and carrier's voyage number. A wrong check digit of the ship is the problem of the whole. */
export function parseVoyageKey(raw: string): Parsed<VoyageKey> {
  const text = normaliseBounded(raw).replace(/\s/g, '');
  const [, ship = '', voyage] = /^([^/]+)\/([A-Z0-9-]{1,17})$/.exec(text) ?? [];
  if (voyage === undefined) return badIdentifier(text);
  const imo = parseImo(ship);
  if (imo.ok) return accepted(`${imo.value}/${voyage}`);
  return { ok: false, problem: imo.problem, value: text };
}
