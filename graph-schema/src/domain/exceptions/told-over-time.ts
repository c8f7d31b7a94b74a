import type { FactClaim } from '../journey/facts.ts';
import type { EventTime } from '../tracking-event.ts';

/** What was told of a time ahead, from the instant on at which it was heard until another word took its place. */
export interface Word {
  readonly claim: FactClaim;
  readonly time: EventTime;
  /** Epoch milliseconds of the time told. */
  readonly at: number;
  readonly heardFrom: number;
  /** Infinity: it stands. */
  readonly heardUntil: number;
}

/**
 * Words of one time ahead in the order in which they were heard, each for as long as it stood: the last said counts, and
 * once somebody estimates, plans do not. What this service reckons itself is nobody's word.
 */
export function toldOverTime(claims: readonly FactClaim[]): Word[] {
  const said = claims
    .filter(({ event }) => event.classifier === 'PLANNED' || event.classifier === 'ESTIMATED')
    .flatMap((claim) =>
      claim.voices
        .filter(({ source }) => source.kind !== 'INTERNAL')
        .map((voice) => ({
          claim,
          time: claim.event.time,
          at: Date.parse(claim.event.time.instant),
          heardFrom: Date.parse(voice.receivedAt),
          isEstimate: claim.event.classifier === 'ESTIMATED',
        })),
    )
    .sort(
      (a, b) =>
        a.heardFrom - b.heardFrom ||
        Number(a.isEstimate) - Number(b.isEstimate) ||
        a.at - b.at ||
        (a.claim.id < b.claim.id ? -1 : 1),
    );
  const estimatedSince = said.find((word) => word.isEstimate)?.heardFrom ?? Infinity;
  const counting = said.filter((word) => word.isEstimate || word.heardFrom < estimatedSince);
  return counting
    .map(({ claim, time, at, heardFrom }, index) => ({
      claim,
      time,
      at,
      heardFrom,
      heardUntil: counting[index + 1]?.heardFrom ?? Infinity,
    }))
    .filter((word) => word.heardUntil > word.heardFrom);
}

/** The word that stood at an instant; null: none did. */
export function wordAt(words: readonly Word[], instant: number): Word | null {
  return words.find((word) => word.heardFrom <= instant && instant < word.heardUntil) ?? null;
}
