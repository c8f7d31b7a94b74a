import { claim } from '../../domain/claim.ts';
import type { ReadMessage } from '../../domain/message.ts';
import type { DocumentRef, TrackingEvent } from '../../domain/tracking-event.ts';
import { FIRST, SECOND, type Context } from './context.ts';
import type { Telling, Told } from './history.ts';
import type { TrueClaim } from './true-story.ts';
import type { Cargo } from './use-of-boxes.ts';

/** How the new bill is told to stand for the old ones. */
const WAYS = ['REPLACED', 'VOIDED', 'AMENDED'] as const;

/**
 * The bills of two cargoes that travel together become one bill with the boxes of both, while others go on telling of the
 * old ones. Null: no two travel together. `of`: the true claims that are told here, and nowhere else.
 */
export function combined({ story, random, speak }: Context): { telling: Telling; of: ReadonlySet<TrueClaim> } | null {
  const pair = togetherUnderBills(story.cargoes);
  if (!pair) return null;
  const issued = pair.map((bill) =>
    story.claims.filter(({ event }) => event.code === 'BL_ISSUED' && event.documents[0]?.number === bill.number),
  );
  const [one, other] = issued.map((claims) => claims[0]?.event);
  if (!one || !other) return null;
  const [first, second] = pair;
  const source = speak.source();
  const by = (...messages: readonly ReadMessage[]): Told[] => messages.map((message) => ({ source, message }));
  const threads = [`${first.number}-A`, `${second.number}-A`] as const;
  const both: TrackingEvent = {
    ...one,
    documents: [{ ...first, number: `${first.number}C` }, ...one.documents.slice(1), ...other.documents.slice(1)],
    contents: [...one.contents, ...other.contents],
  };
  const old = by(
    speak.message([one], { thread: threads[0], version: FIRST }),
    speak.message([other], { thread: threads[1], version: FIRST }),
  );
  const of = new Set(issued.flat());
  const version = SECOND;
  const way = random.pick(WAYS);
  if (way === 'REPLACED') {
    const [thread, gone] = threads;
    const right = by(speak.message([both], { thread, version, retraction: { kind: 'REPLACE', thread, version } }));
    const cancel: ReadMessage = { thread: gone, version, attested: [], retraction: { kind: 'CANCEL', thread: gone, version } };
    return { telling: { told: [...old, ...right, ...by(cancel)], never: right }, of };
  }
  const head = { thread: speak.thread(), version: FIRST };
  const after = by(
    speak.message([both], head),
    ...pair.map((bill) => speak.message([wordOf(way, bill, both)], { thread: speak.thread(), version: FIRST })),
  );
  return { telling: { told: [...old, ...after], never: [...old, ...after] }, of };
} // prettier-ignore

/** That the old bill is void, or what it has become. */
function wordOf(
  way: 'VOIDED' | 'AMENDED',
  old: DocumentRef,
  { time, documents }: TrackingEvent,
): TrackingEvent {
  const [now] = documents;
  const code = way === 'VOIDED' ? 'BL_VOIDED' : 'BL_AMENDED';
  return claim({
    code,
    classifier: 'ACTUAL',
    time,
    documents: now && way === 'AMENDED' ? [now, old] : [old],
  });
}

function togetherUnderBills(cargoes: readonly Cargo[]): readonly [DocumentRef, DocumentRef] | null {
  for (const one of cargoes) {
    const other = cargoes.find(({ round, bill }) => round === one.round && bill && bill !== one.bill);
    if (one.bill && other?.bill) return [one.bill, other.bill];
  }
  return null;
}
