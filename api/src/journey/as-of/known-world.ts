import { listKnownClaims } from 'graph-schema/cypher/read/known-claims';
import { listKnownRetractions } from 'graph-schema/cypher/read/known-retractions';
import type { IdentifierKey } from 'graph-schema/domain/identifier';
import type { FactClaim } from 'graph-schema/domain/journey/facts';
import { concludeAll, type Concluded } from 'graph-schema/domain/known/conclude-all';
import { standingAt, type RetractionMark, type SaidClaim } from 'graph-schema/domain/known/standing-at';
import type { TownPoints } from 'graph-schema/domain/town-points';
import type { GraphReader } from '../../graph.ts';
import { tooLarge } from './as-of-refusals.ts';
import { openClosure, type NumberClosure } from './number-closure.ts';
import { saidClaim } from './said-claims.ts';

/** What is read for one question; the largest cargo known has some thousands. */
const CLAIMS_MAX = 20_000;
/** So many shipments or numbers are asked for together where there are many: all that was ever said of them is read at once. */
export const TOGETHER = 25;
/** How often uses of boxes may lead to further papers: a rail note before and after a ship, each once. */
const TIES_MAX = 6;

/** What follows from all that stood at an instant. */
export interface Standing extends Concluded {
  readonly at: number;
  readonly claims: readonly FactClaim[];
}

/** What was said of some cargo at any time, and what followed from it at the instants asked for. */
export interface KnownWorld {
  readonly said: readonly SaidClaim[];
  readonly standing: readonly Standing[];
}

/** Every word about these numbers and all that hangs together with them, withdrawn or not. */
export async function readKnownWorld(
  graph: GraphReader,
  points: TownPoints,
  seeds: readonly IdentifierKey[],
  instants: readonly number[],
): Promise<KnownWorld> {
  const closure = openClosure(graph);
  const claims = openClaims(graph);
  let from: readonly IdentifierKey[] = seeds;
  for (let round = 0; round < TIES_MAX; round += 1) {
    await closure.reach(from);
    await claims.read(
      [...closure.papers, ...closure.others, ...closure.boxes].map((key) => [key, null, null]),
    );
    const { said, retractions } = claims;
    const standing = instants.map((at) => standAt(said(), retractions(), at, points));
    from = [...new Set(standing.flatMap((one) => tiedPapers(one, closure)))];
    if (from.length === 0) return { said: said(), standing };
  }
  throw tooLarge(CLAIMS_MAX);
}

function standAt(
  said: readonly SaidClaim[],
  retractions: readonly RetractionMark[],
  at: number,
  points: TownPoints,
): Standing {
  const claims = standingAt(said, retractions, at);
  return { ...concludeAll(claims, points), at, claims };
}

/** Papers outside that one use of a box ties to papers inside, as a rail note to the bill before it. */
function tiedPapers({ cycles }: Concluded, { papers }: NumberClosure): IdentifierKey[] {
  return cycles.flatMap(({ documents, sets }) => {
    const named = [...documents, ...sets.flat()];
    return named.some((key) => papers.has(key))
      ? named.filter((key) => !papers.has(key) && !key.startsWith('REFERENCE:'))
      : [];
  });
}

/** A number, and of what time claims about it are asked for (epoch milliseconds; null: of any). */
type AskedKey = [key: string, from: number | null, to: number | null];

/** Reads claims once each, with all that was taken back of the threads that they stand in. */
export function openClaims(graph: GraphReader) {
  const byId = new Map<string, SaidClaim>();
  const byKey = new Map<string, SaidClaim[]>();
  const asked = new Set<string>();
  const threads = new Set<string>();
  const marks: RetractionMark[] = [];
  return {
    async read(keys: readonly AskedKey[]): Promise<void> {
      const rows = keys.filter(([key]) => !asked.has(key));
      if (rows.length === 0) return;
      for (const [key] of rows) {
        asked.add(key);
        byKey.set(key, []);
      }
      const found = await graph.run(listKnownClaims, { rows, max: CLAIMS_MAX + 1 });
      if (found.length + byId.size > CLAIMS_MAX) throw tooLarge(CLAIMS_MAX);
      const fresh = new Set<string>();
      for (const row of found) {
        const claim = byId.get(row.id) ?? saidClaim(row);
        byId.set(row.id, claim);
        byKey.get(row.about)?.push(claim);
        for (const { thread } of claim.said) if (thread !== null && !threads.has(thread)) fresh.add(thread);
      }
      for (const thread of fresh) threads.add(thread);
      if (fresh.size > 0) marks.push(...(await graph.run(listKnownRetractions, { threads: [...fresh] })));
    },
    said: (): readonly SaidClaim[] => [...byId.values()],
    about: (key: string): readonly SaidClaim[] => byKey.get(key) ?? [],
    retractions: (): readonly RetractionMark[] => marks,
  };
}
