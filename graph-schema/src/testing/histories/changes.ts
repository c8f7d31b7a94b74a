import { claim, container } from '../../domain/claim.ts';
import type { ReadMessage } from '../../domain/message.ts';
import type { DocumentRef, TrackingEvent } from '../../domain/tracking-event.ts';
import { FIRST, SECOND, THIRD, type Context } from './context.ts';
import type { Speaker, Telling, Told } from './history.ts';
import type { Random } from './random.ts';
import { reissued } from './reissue.ts';
import { DAY_MS, timeOf } from './time-of.ts';
import type { TrueStory } from './true-story.ts';

/** How something true comes to be told. Only the first is told once and never spoken of again. */
const WAYS = ['PLAIN', 'PLAIN', 'PLAIN', 'PLAIN', 'PLAIN', 'PLAIN', 'PLAIN', 'TWO_VOICES', 'CORRECTED', 'CORRECTED_TWICE',
  'TOLD_AGAIN', 'OLDER_CANCELLED', 'ONE_VOICE_CANCELLED', 'SHORTENED'] as const; // prettier-ignore

/** True events as their senders tell them, with what went wrong on the way. */
export function changed(events: readonly TrackingEvent[], context: Context): Telling {
  const { random, speak } = context;
  const source = speak.source();
  const thread = speak.thread();
  const by = (...messages: readonly ReadMessage[]): Told[] => messages.map((message) => ({ source, message }));
  const first = (told: readonly TrackingEvent[]) => speak.message(told, { thread, version: FIRST });
  const way = random.pick(WAYS);
  if (way === 'TWO_VOICES') return both([...by(first(events)), ...otherVoice(events, speak)]);
  if (thread === null || way === 'PLAIN') return both(by(first(events)));
  if (events.some(({ code, contents }) => code === 'BL_ISSUED' && contents.length > 0) && random.chance(0.5))
    return reissued(events, { source, thread }, context);
  const replaced = (told: readonly TrackingEvent[], version: number) =>
    speak.message(told, { thread, version, retraction: { kind: 'REPLACE', thread, version } });
  const wrong = () => events.map((event) => (random.chance(0.7) ? wronglyRead(event, context) : event));
  switch (way) {
    case 'CORRECTED': {
      const right = by(replaced(events, SECOND));
      return { told: [...by(first(wrong())), ...right], never: right };
    }
    case 'CORRECTED_TWICE': {
      const right = by(replaced(events, THIRD));
      return { told: [...by(first(wrong()), replaced(wrong(), SECOND)), ...right], never: right };
    }
    case 'TOLD_AGAIN': {
      const right = by(speak.message(events, { thread, version: THIRD }));
      return { told: [...by(first(events), cancelOf(thread, random.pick([FIRST, SECOND]))), ...right], never: right };
    }
    case 'OLDER_CANCELLED': {
      const right = by(speak.message(events, { thread, version: SECOND }));
      return { told: [...right, ...by(cancelOf(thread, FIRST))], never: right };
    }
    case 'ONE_VOICE_CANCELLED': {
      const right = otherVoice(events, speak);
      return { told: [...right, ...by(first(events), cancelOf(thread, FIRST))], never: right };
    }
    case 'SHORTENED': {
      const right = by(replaced(events, SECOND));
      return { told: [...by(first([...events, wrongOf(events[0] as TrackingEvent, context)])), ...right], never: right };
    }
  }
} // prettier-ignore

function both(told: readonly Told[]): Telling {
  return { told, never: told };
}

function otherVoice(events: readonly TrackingEvent[], speak: Speaker): Told[] {
  return [{ source: `second-${speak.source()}`, message: speak.message(events, { thread: speak.sameThread(), version: FIRST }) }];
} // prettier-ignore

function cancelOf(thread: string, version: number): ReadMessage {
  return { thread, version, attested: [], retraction: { kind: 'CANCEL', thread, version } };
}

/** Things that never were, told and then taken back: by a cancellation, or a replacement that says nothing. */
export function phantoms(context: Context): Telling[] {
  const { story, random, speak, names } = context;
  return [...Array(random.between(0, 3)).keys()].map((index) => {
    const event = random.chance(0.3) ? wrongTie(context) : wrongOf(anyOf(story, random), context);
    const source = speak.source();
    const thread = `${names.thread(90 + index)}P`;
    const told = speak.message([event], { thread, version: FIRST });
    const back: ReadMessage = random.chance(0.7)
      ? cancelOf(thread, random.pick([FIRST, SECOND]))
      : { thread, version: SECOND, attested: [], retraction: { kind: 'REPLACE', thread, version: SECOND } };
    return { told: [{ source, message: told }, { source, message: back }], never: [] };
  });
} // prettier-ignore

/** Errors that nobody corrects. */
export function standingErrors(context: Context): Telling[] {
  const { story, random, speak } = context;
  return [...Array(random.between(1, 2)).keys()].map(() => {
    const event = wrongOf(anyOf(story, random), context);
    const message = speak.message([event], { thread: speak.thread(), version: FIRST });
    return both([{ source: speak.source(), message }]);
  });
}

function anyOf({ claims }: TrueStory, random: Random): TrackingEvent {
  return (claims[random.between(0, claims.length - 1)] as TrueStory['claims'][number]).event;
}

/** Wrong in a way that is corrected: as those that stand, or a bill with another list of boxes. */
function wronglyRead(event: TrackingEvent, context: Context): TrackingEvent {
  const { story, names, random } = context;
  if (event.contents.length === 0 || random.chance(0.4)) return wrongOf(event, context);
  const other = names.box(random.between(0, story.boxes - 1));
  const without = event.contents.filter(({ reference }) => reference !== other.reference);
  return { ...event, contents: without.length < event.contents.length ? without : [...without, other] };
}

/** Told of another box's number, of another day, or under the papers of another cargo. */
function wrongOf(event: TrackingEvent, { story, names, random }: Context): TrackingEvent {
  const kind = random.pick(['BOX', 'DAY', 'PAPER'] as const);
  if (kind === 'BOX' && event.equipment && story.boxes > 1) {
    const other = container(names.box(random.between(0, story.boxes - 1)).reference);
    if (other.reference !== event.equipment.reference) return { ...event, equipment: other };
  }
  // A bill on a train would be no error: bills of several modes are told there, too.
  const isRail = event.documents.some(({ scheme }) => scheme === 'RAIL_NOTE');
  const others = papersOf(story).filter(
    ({ scheme, number }) => (scheme === 'RAIL_NOTE') === isRail && event.documents.every((named) => named.number !== number),
  );
  if (kind === 'PAPER' && event.documents.length > 0 && others.length > 0)
    return { ...event, documents: [random.pick(others as [DocumentRef, ...DocumentRef[]])] };
  const days = (random.chance(0.5) ? -1 : 1) * random.between(1, 12);
  return { ...event, time: timeOf(Date.parse(event.time.instant) + days * DAY_MS) };
} // prettier-ignore

/** A paper that names the numbers of two cargoes as if they were one. */
function wrongTie({ story, random }: Context): TrackingEvent {
  const papers = random.shuffled(papersOf(story));
  const time = timeOf(Date.parse(anyOf(story, random).time.instant));
  return claim({
    code: 'BL_ISSUED',
    classifier: 'ACTUAL',
    time,
    documents: papers.slice(0, random.between(2, 3)),
  });
}

function papersOf({ cargoes }: TrueStory): DocumentRef[] {
  return cargoes.flatMap(({ bill, booking, railNote, roadNote, awb, declaration, houses }) =>
    [bill, booking, railNote, roadNote, awb, declaration, ...houses].filter((paper) => paper !== null),
  );
}
