import { claimKeys } from '../claim-keys.ts';
import type { IdentifierKey } from '../identifier.ts';
import type { TrackingEvent } from '../tracking-event.ts';
import type { FactClaim, Voice } from './facts.ts';
import { rankOfVoice } from './precedence.ts';

/** One source that says so, in one claim. */
export interface Saying {
  readonly claim: FactClaim;
  readonly voice: Voice;
}

/** What one source said last of one box, or of one paper where no box is named. */
export interface LastWord<T> {
  readonly source: string;
  readonly subject: IdentifierKey | null;
  /** Epoch milliseconds. */
  readonly heardAt: number;
  readonly said: readonly (Saying & { readonly value: T })[];
}

/**
 * Of everything that `read` finds in claims, what stands: of each source and box or paper what it said last, the last said first; of
 * one instant by the voice that counts first. Who repeats a message says nothing newer. The order of the claims changes nothing.
 */
export function lastWords<T>(
  claims: readonly FactClaim[],
  read: (event: TrackingEvent) => readonly T[],
): LastWord<T>[] {
  const words = new Map<string, LastWord<T>>();
  for (const claim of claims.toSorted(byId)) {
    const values = read(claim.event);
    if (values.length === 0) continue;
    const { subject } = claimKeys(claim.event);
    for (const voice of firstOfEach(claim.voices)) {
      const key = `${voice.source.id}|${subject}`;
      const heardAt = Date.parse(voice.receivedAt);
      const before = words.get(key);
      if (before && before.heardAt > heardAt) continue;
      const said = values.map((value) => ({ value, claim, voice }));
      const besides = before?.heardAt === heardAt ? before.said : [];
      words.set(key, { source: voice.source.id, subject, heardAt, said: [...besides, ...said] });
    }
  }
  return [...words.values()].sort(lastFirst);
}

/**
 * Without what a source said of a box of a paper before it said otherwise of the paper itself: who amends a bill takes back what he told
 * box by box under it. Only of what is one for the whole paper; what each box holds is a part of it.
 */
export function withoutReplacedByPaper<T>(words: readonly LastWord<T>[]): LastWord<T>[] {
  const isOfBoxUnder = (paper: IdentifierKey | null) => ({ claim: { event } }: Saying) =>
    event.equipment !== null && paper !== null && claimKeys(event).documents.includes(paper);
  return words.filter(
    ({ source, heardAt, said }) =>
      !words.some((other) => other.source === source && other.heardAt > heardAt && said.every(isOfBoxUnder(other.subject))),
  );
} // prettier-ignore

/** Each claim and source once. */
export function distinctSayings(sayings: readonly Saying[]): Saying[] {
  const all = new Map<string, Saying>();
  for (const { claim, voice } of sayings) {
    const key = `${claim.id}|${voice.source.id}`;
    if (!all.has(key)) all.set(key, { claim, voice });
  }
  return [...all.values()];
}

function firstOfEach(voices: readonly Voice[]): Voice[] {
  const first = new Map<string, Voice>();
  for (const voice of voices) {
    const before = first.get(voice.source.id);
    if (!before || Date.parse(voice.receivedAt) < Date.parse(before.receivedAt)) first.set(voice.source.id, voice);
  }
  return [...first.values()];
} // prettier-ignore

function lastFirst(a: LastWord<unknown>, b: LastWord<unknown>): number {
  return b.heardAt - a.heardAt || rankOf(a) - rankOf(b) || (nameOf(a) < nameOf(b) ? -1 : 1);
}

function rankOf({ said }: LastWord<unknown>): number {
  return Math.min(...said.map(({ claim, voice }) => rankOfVoice(claim.event.code, voice.source)));
}

function nameOf({ source, subject }: LastWord<unknown>): string {
  return `${source}|${subject}`;
}

function byId(a: FactClaim, b: FactClaim): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
