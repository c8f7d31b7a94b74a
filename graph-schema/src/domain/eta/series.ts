import type { Voice } from '../journey/facts.ts';
import type { EventTime } from '../tracking-event.ts';
import type { EtaTelling } from './telling.ts';

/** All that one source told of an arrival, by receipt. */
export interface EtaSeries {
  readonly source: Voice['source'];
  readonly tellings: readonly EtaTelling[];
  /** Minutes from the arrival to what it told last before it; negative: it came later than told. Null: not arrived, or nothing told before. */
  readonly errorMinutes: number | null;
}

/** Tellings by who tells them, in the order in which they first spoke. */
export function etaSeries(tellings: readonly EtaTelling[], actual: EventTime | null): EtaSeries[] {
  const bySource = new Map<string, EtaTelling[]>();
  for (const telling of tellings) {
    const { id } = telling.voice.source;
    const list = bySource.get(id);
    if (list) list.push(telling);
    else bySource.set(id, [telling]);
  }
  return [...bySource.values()].flatMap((list) => {
    const [first] = list;
    if (!first) return [];
    return [{ source: first.voice.source, tellings: list, errorMinutes: actual && errorOf(list, actual) }];
  });
}

/** What is told once it has arrived is no forecast. */
function errorOf(tellings: readonly EtaTelling[], actual: EventTime): number | null {
  const arrivedAt = Date.parse(actual.instant);
  const last = tellings.findLast((one) => one.isOnTarget && one.receivedAt <= arrivedAt);
  return last ? Math.round((Date.parse(last.time.instant) - arrivedAt) / 60_000) : null;
}
