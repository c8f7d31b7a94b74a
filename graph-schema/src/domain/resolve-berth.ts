import { berthNamed, berthOf } from '../codes/berth.ts';
import type { Gazetteer } from './place.ts';
import type { PlaceRef } from './tracking-event.ts';

/** A terminal with its berth behind it: `BLCT3-07`, `BLCT3/7`, `BLCT3 BERTH 7`. */
const WITH_TERMINAL = /^([A-Z0-9]+)[-/ ](?:BERTH )?([A-Z0-9]{1,4})$/;

/**
 * What senders write into a field for a berth: the terminal alone, as many do; the terminal with the berth; or a berth of a
 * terminal that they do not name. What the tables know as a terminal is none; what is neither stays a facility as written.
 */
export function resolveBerth(
  code: string,
  unLocode: string | null,
  places: Pick<Gazetteer, 'findTerminal'>,
): Pick<PlaceRef, 'facility' | 'berth'> {
  const written = code.trim().toUpperCase();
  const isTerminal = (one: string) => unLocode !== null && places.findTerminal(unLocode, one) !== null;
  const local = (one: string) => ({ scheme: 'LOCAL', code: one }) as const;
  if (isTerminal(written)) return { facility: local(written), berth: null };
  const [, terminal, berth] = WITH_TERMINAL.exec(written) ?? [];
  if (terminal && berth && isTerminal(terminal)) return { facility: local(terminal), berth: berthOf(berth) };
  return { facility: local(written), berth: berthNamed(written) };
}
