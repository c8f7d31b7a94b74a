import type { TouchedConclusions } from '../conclude/conclude-touched.ts';

/** Something that stood otherwise than the facts give it. */
export interface Change {
  readonly kind: 'CYCLE' | 'SHIPMENT' | 'PARKED' | 'STANDING' | 'SUMMARY';
  /** Of the cycle, the shipment (also for its summary) or the claim; of what stands, the number that it is about. */
  readonly id: string;
  readonly how: string;
}

/** What was written, in words. */
export function changesOf({ cycles, written }: TouchedConclusions): Change[] {
  const { changes, merged, emptied } = written;
  const edges = [
    [changes.cover, 'covered by'],
    [changes.uncover, 'no longer covered by'],
    [changes.carry, 'carries'],
    [changes.drop, 'no longer carries'],
  ] as const;
  return [
    ...cycles.create.map(([id, box, from]) => cycle(id, `missing: a use of ${box} from ${timeOf(from)}`)),
    ...cycles.update.map(([id, box]) => cycle(id, `cut otherwise: a use of ${box}`)),
    ...cycles.remove.map((id) => cycle(id, 'not there')),
    ...cycles.park.map(([id, reason]): Change => ({ kind: 'PARKED', id, how: reason ?? 'not parked' })),
    ...changes.write.map(([id, anchor]) => shipment(id, `concluded otherwise: ${anchor}`)),
    ...edges.flatMap(([rows, words]) => rows.map(([id, ends]) => shipment(id, `${words} ${ends.join(', ')}`))),
    ...merged.map(([id, into]) => shipment(id, `merged into ${into}`)),
    ...emptied.map((id) => shipment(id, 'nothing stands of it')),
  ]; // prettier-ignore
}

function cycle(id: string, how: string): Change {
  return { kind: 'CYCLE', id, how };
}

function shipment(id: string, how: string): Change {
  return { kind: 'SHIPMENT', id, how };
}

function timeOf(at: number | null): string {
  return at === null ? 'an unknown time' : new Date(at).toISOString();
}
