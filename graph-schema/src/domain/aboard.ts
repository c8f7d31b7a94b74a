import type { IdentifierKey } from './identifier.ts';

/** What a claim about a box (or a consignment without boxes) says of the run that carries it. */
export interface CarriageClaim {
  readonly at: number;
  readonly code: string;
  readonly classifier: string;
  readonly run: IdentifierKey | null;
}

/**
 * What shows that it was aboard, the most trusted first: a bay plan or flight manifest that lists it, its loading or
 * discharge, a note that goes with its train, a plan.
 */
export const ABOARD_EVIDENCE = ['STOWAGE', 'LOADED', 'NOTE', 'PLAN'] as const;
export type AboardEvidence = (typeof ABOARD_EVIDENCE)[number];

/** A stretch of time for which something is aboard a run, and inherits what happens to it. */
export interface Aboard {
  readonly run: IdentifierKey;
  readonly evidence: AboardEvidence;
  /** Epoch milliseconds; from the loading, else from the first claim that shows it aboard. */
  readonly from: number;
  /** The discharge from it, without another loading on it since, or the loading on the next; null while it is aboard. */
  readonly to: number | null;
}

/** Minutes of slack at both ends: the run's own departure is often stamped a little before the last box is. */
const SLACK_MS = 30 * 60_000;

/** Told of the box or its papers: it is aboard from here on. A bay plan or a flight manifest is MANIFESTED. */
const BOARDS: ReadonlySet<string> = new Set(['LOADED', 'MANIFESTED', 'DEPARTED']);
/** Told of the box or its papers: it was aboard before. */
const WAS_ABOARD: ReadonlySet<string> = new Set(['ARRIVED', 'DISCHARGED']);

/**
 * Whether an actual claim about a box or its papers that names a run shows it aboard. A gate-in or a booking names the
 * ship or flight that was meant, and boxes miss ships; a train's note goes with its train and its wagon.
 */
export function showsAboard(run: IdentifierKey, code: string): boolean {
  return isByRail(run) || BOARDS.has(code) || WAS_ABOARD.has(code);
}

/** What is told of one run, in epoch milliseconds; null: not told. */
interface Told {
  readonly named: number;
  readonly loaded: number | null;
  readonly loadedLast: number | null;
  readonly boarded: number | null;
  readonly off: number | null;
  /** The best that shows it aboard; null: nothing does. */
  readonly evidence: AboardEvidence | null;
}

/** A stay before its end is known: with what is told of the end alone. */
interface ToldStay {
  readonly run: IdentifierKey;
  readonly evidence: AboardEvidence;
  readonly from: number;
  readonly off: number | null;
}

/**
 * Derives which runs a box was aboard, and when, from the claims about it that name a run. Evidence of loading and
 * discharge bounds a stay. Where only its arrival or discharge is told, and for a train that a paper names, it begins
 * with the first claim that names the run.
 */
export function aboardOf(claims: readonly CarriageClaim[]): Aboard[] {
  const byRun = new Map<IdentifierKey, Told>();
  const left = runsComeOff(claims);
  for (const claim of claims) {
    const { at, code, classifier } = claim;
    const run = claim.run ?? left.get(claim) ?? null;
    if (run === null || classifier !== 'ACTUAL') continue;
    const told = byRun.get(run);
    byRun.set(run, {
      named: Math.min(told?.named ?? at, at),
      loaded: code === 'LOADED' ? Math.min(told?.loaded ?? at, at) : (told?.loaded ?? null),
      loadedLast: code === 'LOADED' ? Math.max(told?.loadedLast ?? at, at) : (told?.loadedLast ?? null),
      boarded: BOARDS.has(code) ? Math.min(told?.boarded ?? at, at) : (told?.boarded ?? null),
      off: code === 'DISCHARGED' ? Math.max(told?.off ?? at, at) : (told?.off ?? null),
      evidence: better(told?.evidence ?? null, evidenceOf(run, code)),
    });
  }
  const told = [...byRun].flatMap(([run, one]): ToldStay[] => {
    const { evidence, off, loadedLast } = one;
    // Restowed over the quay: it sails on with the same ship, which stood still meanwhile.
    const isBack = off !== null && loadedLast !== null && loadedLast > off;
    return evidence === null ? [] : [{ run, evidence, from: beginning(run, one), off: isBack ? null : off }];
  });
  const stays = trusted(told).sort((a, b) => a.from - b.from || (a.run < b.run ? -1 : 1));
  return stays.map(({ run, evidence, from, off }, index) => {
    const to = off ?? stays[index + 1]?.from ?? null;
    return { run, evidence, from: from - SLACK_MS, to: to === null ? null : to + SLACK_MS };
  });
}

/** In time; of one minute who names the run comes first, and then in an order that is the same whoever came first. */
function inOrder(a: CarriageClaim, b: CarriageClaim): number {
  const named = Number(a.run === null) - Number(b.run === null);
  return a.at - b.at || named || compare(a.code, b.code) || compare(a.run ?? '', b.run ?? '');
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/**
 * Who tells that a box came off often leaves out of what: of the run that it was loaded on last, where nothing tells that it
 * had come off before.
 */
export function runsComeOff<T extends CarriageClaim>(claims: readonly T[]): ReadonlyMap<T, IdentifierKey> {
  const found = new Map<T, IdentifierKey>();
  if (!claims.some(({ code, run }) => code === 'DISCHARGED' && run === null)) return found;
  const sorted = [...claims].sort(inOrder);
  let aboard: IdentifierKey | null = null;
  for (const claim of sorted) {
    if (claim.classifier !== 'ACTUAL') continue;
    if (claim.code === 'LOADED') aboard = claim.run;
    if (claim.code !== 'DISCHARGED') continue;
    if (claim.run === null && aboard !== null) found.set(claim, aboard);
    aboard = null;
  }
  return found;
}

function evidenceOf(run: IdentifierKey, code: string): AboardEvidence | null {
  if (code === 'MANIFESTED') return 'STOWAGE';
  if (BOARDS.has(code) || WAS_ABOARD.has(code)) return 'LOADED';
  return showsAboard(run, code) ? 'NOTE' : null;
}

function rankOf(evidence: AboardEvidence): number {
  return ABOARD_EVIDENCE.indexOf(evidence);
}

function better(a: AboardEvidence | null, b: AboardEvidence | null): AboardEvidence | null {
  if (a === null || b === null) return a ?? b;
  return rankOf(a) <= rankOf(b) ? a : b;
}

/** Nothing is aboard two ships at once: for as long as two stays overlap by what is told, the more trusted one holds. */
function trusted(stays: readonly ToldStay[]): ToldStay[] {
  return stays.flatMap((stay): ToldStay[] => {
    const { from, off } = stay;
    const stronger = stays.filter((other) => rankOf(other.evidence) < rankOf(stay.evidence));
    const until = stronger.flatMap((one) =>
      one.off !== null && one.from <= from && from < one.off ? [one.off] : [],
    );
    const since = stronger.flatMap((one) =>
      one.from > from && off !== null && one.from < off ? [one.from] : [],
    );
    const begins = Math.max(from, ...until);
    const ends = off === null ? null : Math.min(off, ...since);
    if (until.length > 0 && ends !== null && ends <= begins) return [];
    return [{ ...stay, from: begins, off: ends }];
  });
}

function beginning(run: IdentifierKey, told: Told): number {
  if (told.loaded !== null) return told.loaded;
  const { named, boarded, off } = told;
  // A list made after the discharge says that it was aboard, not since when.
  const isLate = boarded !== null && off !== null && boarded > off;
  return isByRail(run) || isLate ? named : (boarded ?? named);
}

/** A note goes with its train and names the wagon that it is on. */
export function isByRail(run: IdentifierKey): boolean {
  return run.startsWith('TRAIN_RUN:') || run.startsWith('WAGON:');
}
