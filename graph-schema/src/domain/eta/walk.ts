import type { EtaChange, EtaReason } from './change.ts';
import {
  isAtSamePort,
  isOnSameRun,
  isSameAnswer,
  isSameSource,
  minutesApart,
  passesAt,
  rankOf,
  startOf,
  weightOf,
} from './moves.ts';
import { thresholdOf, type EtaPolicy } from './policy.ts';
import type { EtaTelling } from './telling.ts';
import { partsOfMove } from './what-moved.ts';

/** Which source is followed, walked forward through what was received. */
export class EtaWalk {
  best: EtaTelling | null = null;
  readonly history: EtaChange[] = [];
  readonly #policy: EtaPolicy;
  /** What each source told last. */
  readonly #current = new Map<string, EtaTelling>();
  readonly #wereBest = new Set<EtaTelling>();
  /** Sources that were proven and are no longer: the lead is given up once, and not taken back. */
  readonly #gaveUp = new Set<string>();
  /** What the followed source said since its word was taken, without going back on it. */
  #muted: EtaTelling[] = [];
  #heardAt = 0;
  /** Up to here all is settled: what is heard later changes nothing before. */
  #settled = 0;

  constructor(policy: EtaPolicy) {
    this.#policy = policy;
  }

  /** What is told by others and still ahead takes the place of what has passed. */
  passTo(until: number): void {
    for (let best = this.best; best !== null; best = this.best) {
      const at = Math.max(passesAt(best), this.#settled);
      if (at > until) return;
      const next = this.#standing(best, at);
      if (!next) return;
      this.#take(next, 'OVERDUE', at, next);
    }
  }

  hear(said: EtaTelling): void {
    this.#settled = Math.max(this.#settled, said.receivedAt);
    const { id } = said.voice.source;
    const telling = said.isProven && this.#gaveUp.has(id) ? { ...said, isProven: false } : said;
    const before = this.#current.get(id);
    const givesUp = before?.isProven === true && telling.basis === 'COMPUTED' && !telling.isProven;
    // Who tells both estimate and plan, arrival and discharge, is heard for the one that says more.
    const saysLess =
      before && isOfOneRunAndPort(before, telling) && this.#weigh(telling) > this.#weigh(before);
    if (saysLess && !givesUp) return;
    this.#current.set(id, telling);
    if (givesUp) this.#gaveUp.add(id);
    const { best } = this;
    if (!best) return this.#take(telling, 'FIRST', telling.receivedAt, telling);
    const leader = givesUp && isSameSource(best, telling) ? this.#standing(best, telling.receivedAt) : null;
    if (leader && this.#weigh(leader) < this.#weigh(telling))
      return this.#take(leader, 'BETTER_SOURCE', telling.receivedAt, telling);
    if (isSameSource(best, telling)) return this.#hearFollowed(best, telling);
    const reason = this.#reasonToLeave(best, telling);
    if (reason) return this.#take(telling, reason, telling.receivedAt, telling);
    const told = this.#current.get(best.voice.source.id);
    const isMuted = this.#muted.length > 0 && told !== undefined && told !== best;
    if (isMuted && this.#saysTheSame(told, telling))
      this.#take(told, 'CONFIRMED', telling.receivedAt, telling);
  }

  #hearFollowed(best: EtaTelling, telling: EtaTelling): void {
    this.#heardAt = telling.receivedAt;
    const reason =
      otherCarriage(best, telling) ??
      (this.#weigh(telling) < this.#weigh(best) ? 'BETTER_KIND' : this.#moved(best, telling));
    if (reason) this.#take(telling, reason, telling.receivedAt, telling);
  }

  #moved(best: EtaTelling, telling: EtaTelling): EtaReason | null {
    const { receivedAt } = telling;
    if (passesAt(best) <= receivedAt && this.#mayFollow(telling, best, receivedAt)) return 'OVERDUE';
    const move = minutesApart(best, telling);
    if (move === 0) {
      this.#muted = [];
      return best.time.precision === 'DAY' && telling.time.precision === 'MINUTE' ? 'BETTER_KIND' : null;
    }
    if (telling.basis === 'PLANNED') return 'REPLANNED';
    // What is computed speaks only where it has moved by much for its horizon.
    if (telling.basis === 'COMPUTED') return 'OVER_THRESHOLD';
    const ahead = Math.min(startOf(best), startOf(telling)) - receivedAt;
    if (move >= thresholdOf(this.#policy, ahead)) return 'OVER_THRESHOLD';
    this.#muted.push(telling);
    return this.#isConfirmed(telling) ? 'CONFIRMED' : null;
  }

  /** Said before by the same source, long enough ago and nothing else since; or told by somebody else as well. */
  #isConfirmed(telling: EtaTelling): boolean {
    const otherwise = this.#muted.findLastIndex((one) => !this.#isSameTime(one, telling));
    const since = this.#muted[otherwise + 1] ?? telling;
    if (telling.receivedAt - since.receivedAt >= this.#policy.confirmMinutes * 60_000) return true;
    return [...this.#current.values()].some(
      (other) => !isSameSource(other, telling) && this.#saysTheSame(other, telling),
    );
  }

  /** Why another source than the followed one is followed from now on. */
  #reasonToLeave(best: EtaTelling, telling: EtaTelling): EtaReason | null {
    const other = otherCarriage(best, telling);
    if (telling.isOnTarget && !best.isOnTarget) return other ?? 'PLACE';
    const isBetter = rankOf(telling) < rankOf(best);
    const weighs = this.#weigh(telling) - this.#weigh(best);
    if (other) return isBetter && weighs <= 0 ? other : null;
    if (weighs < 0) return telling.isProven ? 'BETTER_SOURCE' : 'BETTER_KIND';
    const { receivedAt } = telling;
    if (passesAt(best) <= receivedAt && this.#mayFollow(telling, best, receivedAt)) return 'OVERDUE';
    const isSilent = receivedAt - this.#heardAt > this.#policy.staleHours * 3_600_000;
    // What was proven leads only as long as it speaks.
    if (weighs > 0 && !(best.isProven && isSilent && telling.basis === 'ESTIMATED')) return null;
    if (isBetter && weighs <= 0) return 'BETTER_SOURCE';
    return isSilent && minutesApart(best, telling) > 0 ? 'FRESHER_SOURCE' : null;
  }

  /** Of what is told and still ahead at an instant, the word that counts first. */
  #standing(best: EtaTelling, at: number): EtaTelling | undefined {
    return [...this.#current.values()]
      .filter((one) => this.#mayFollow(one, best, at))
      .sort((a, b) => this.#weigh(a) - this.#weigh(b) || rankOf(a) - rankOf(b))[0];
  }

  /** Whether a telling may take the place of one that has passed: it is still ahead, and no plan after an estimate. */
  #mayFollow(telling: EtaTelling, passed: EtaTelling, at: number): boolean {
    return (
      passesAt(telling) > at &&
      !this.#wereBest.has(telling) &&
      isOfOneRunAndPort(telling, passed) &&
      (telling.basis === 'PLANNED') === (passed.basis === 'PLANNED')
    );
  }

  #take(telling: EtaTelling, reason: EtaReason, at: number, by: EtaTelling): void {
    const [from, heardAt] = [this.best, this.#heardAt];
    if (from?.isProven && !isSameSource(from, telling)) this.#gaveUp.add(from.voice.source.id);
    this.best = telling;
    this.#settled = Math.max(this.#settled, at);
    this.#wereBest.add(telling);
    this.#muted = [];
    this.#heardAt = this.#current.get(telling.voice.source.id)?.receivedAt ?? telling.receivedAt;
    // Who says the very same is followed without a word: nothing changes for whoever reads it.
    if (from && isSameAnswer(from, telling)) return;
    this.history.push({
      at,
      from: from?.time ?? null,
      to: telling.time,
      reason,
      telling,
      former: from,
      silentSince: reason === 'FRESHER_SOURCE' ? heardAt : null,
      parts: from && isOfOneRunAndPort(from, telling) ? partsOfMove(from, telling) : [],
      claimId: by.claimId,
    });
  }

  #weigh(telling: EtaTelling): number {
    return weightOf(telling, this.#policy);
  }

  #saysTheSame(a: EtaTelling, b: EtaTelling): boolean {
    return isOfOneRunAndPort(a, b) && this.#weigh(a) === this.#weigh(b) && this.#isSameTime(a, b);
  }

  #isSameTime(a: EtaTelling, b: EtaTelling): boolean {
    return minutesApart(a, b) <= this.#policy.sameMinutes;
  }
}

/** Another ship, train or flight, or another port; null: the same, as far as is told. */
function otherCarriage(a: EtaTelling, b: EtaTelling): EtaReason | null {
  if (!isOnSameRun(a, b)) return 'RUN';
  return isAtSamePort(a, b) ? null : 'PLACE';
}

function isOfOneRunAndPort(a: EtaTelling, b: EtaTelling): boolean {
  return a.isOnTarget === b.isOnTarget && isOnSameRun(a, b) && isAtSamePort(a, b);
}
