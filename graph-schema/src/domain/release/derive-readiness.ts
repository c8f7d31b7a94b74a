import { blockersOf, type HoldRule } from '../journey/blockers.ts';
import type { CycleFact } from '../journey/facts.ts';
import type { Leg } from '../journey/legs.ts';
import type { Milestone } from '../journey/milestone.ts';
import type { PlaceRef } from '../tracking-event.ts';
import { arrivalReportLeaf, dutyLeaf, holdsLeaf, manifestLeaf, quarantineLeaf } from './customs-leaves.ts';
import { declarationLeaf, releaseOf, transitLeaf } from './declaration-leaf.ts';
import type { LeafInput } from './leaf-input.ts';
import { isDeclaration, standingTransits, toldByBox } from './papers.ts';
import { placesToLeave, sameTown, type PlaceToLeave } from './places.ts';
import { presenceAt } from './presence.ts';
import { bare, met, unmet } from './proof-node.ts';
import { isOutbound, LEAF_KINDS, type LeafKind, type ProofNode, type Readiness } from './readiness.ts';
import { ANY_OTHER, customsOf, rulesOf, type LeafRule, type ReleaseLeaves } from './release-leaves.ts';
import { carrierReleaseLeaf, deliveryOrderLeaf, feesLeaf, terminalLeaf } from './trade-leaves.ts';

/** The lines of a derived journey, and what each country asks for. */
export interface ReadinessInput {
  readonly logistics: readonly Milestone[];
  readonly documents: readonly Milestone[];
  readonly legs: readonly Leg[];
  readonly cycles: readonly Pick<CycleFact, 'container'>[];
  /** Where the bill says that the cargo goes; null: where the last leg ends. */
  readonly destination: PlaceRef | null;
  /** What stops a cargo, and which leaf it blocks. */
  readonly holds: readonly HoldRule[];
  readonly leaves: ReleaseLeaves;
  /** The line of the cargo where it goes by sea in its boxes and flies on without them; null: it does not. */
  readonly loose: readonly Milestone[] | null;
}

const LEAVES: Readonly<Record<LeafKind, (input: LeafInput) => ProofNode>> = {
  MANIFEST: manifestLeaf,
  ARRIVAL_REPORT: arrivalReportLeaf,
  QUARANTINE: quarantineLeaf,
  HOLDS: holdsLeaf,
  DUTY: dutyLeaf,
  DECLARATION: declarationLeaf,
  TRANSIT: transitLeaf,
  CARRIER_RELEASE: carrierReleaseLeaf,
  DELIVERY_ORDER: deliveryOrderLeaf,
  FEES: feesLeaf,
  TERMINAL: terminalLeaf,
};

/**
 * Whether each box may leave each place that customs must let it leave, with what proves it and what is missing; by box,
 * then in the order of its way. Release is a conjunction, so nothing is ready of which something needed is not told.
 * A pure function of the milestones; a change of time alone changes nothing.
 */
export function deriveReadiness(input: ReadinessInput): readonly Readiness[] {
  const boxes = [...new Set(input.cycles.map((cycle) => cycle.container))].sort();
  const papersOf = toldByBox(input.documents.filter(isActual));
  const movesOf = toldByBox(input.logistics.filter(isActual));
  const concerned = boxes.length > 0 ? boxes : [null];
  const all = concerned.flatMap((box) => readinessOf(box, papersOf(box), movesOf(box), input));
  if (boxes.length === 0 || input.loose === null) return all;
  const loose = toldByBox(input.loose.filter((m) => isActual(m) && m.containers.length === 0));
  return [...all, ...readinessOf(null, papersOf(null), loose(null), input)];
}

function readinessOf(
  box: string | null,
  told: readonly Milestone[],
  moves: readonly Milestone[],
  { legs, cycles, destination, holds, leaves, loose }: ReadinessInput,
): Readiness[] {
  const own = legs.filter(
    (leg) => box === null || leg.containers.length === 0 || leg.containers.includes(box),
  );
  const places = placesToLeave(own, destination, told, leaves);
  // In its boxes it leaves the country where it comes from; where it goes it comes without them.
  const isShared = loose !== null && cycles.length > 0;
  const concerned = isShared ? places.filter(({ regime }) => isOutbound(regime) === (box !== null)) : places;
  return concerned.flatMap((at): Readiness[] => {
    const rules = rulesOf(at.territory, at.regime, leaves);
    if (rules.length === 0) return [];
    const steps = told.filter((m) => concerns(m, at, told, leaves));
    const presence = presenceAt(at, box, moves, leaves);
    const here = moves.filter((m) => m.place === null || sameTown(m.place, at.place));
    const stops = [...steps, ...here];
    const standing = blockersOf(stops, holds);
    const facts = {
      at,
      steps,
      presence,
      release: releaseOf({ steps, at }),
      isCustomsTold: steps.some(({ code }) => isDeclaration(code) || OF_CUSTOMS.test(code)),
    };
    // Whoever waits for a cargo is told what is not known; of a country that it left and that said nothing there is nothing to say.
    const isUsual = rules.some((rule) => rule.territory === ANY_OTHER);
    if (isUsual && isOutbound(at.regime) && !facts.isCustomsTold && standing.length === 0) return [];
    const parts = LEAF_KINDS.map((kind) => {
      const blocking = new Set(standing.filter(({ leaf }) => leaf === kind).map((hold) => hold.milestoneId));
      return leafOf(kind, { ...facts, holds: stops.filter((m) => blocking.has(m.id)) }, rules);
    });
    return [
      {
        container: box,
        place: at.place,
        regime: at.regime,
        presence: presence.state,
        ...verdictOf(parts, facts),
      },
    ];
  });
}

const OF_CUSTOMS = /^(?:MANIFEST|ARRIVAL_REPORT|QUARANTINE|TRANSIT|CUSTOMS_HOLD)_/;

/** What a country does not ask for is not needed, and what it asks for only when told is not, until somebody tells. */
function leafOf(kind: LeafKind, facts: Omit<LeafInput, 'met'>, rules: readonly LeafRule[]): ProofNode {
  const { mode } = facts.at;
  const rule = rules.find(
    ({ leaf, modes }) => leaf === kind && (modes === null || mode === null || modes.includes(mode)),
  );
  if (!rule) return bare(kind, 'NOT_NEEDED');
  const node = LEAVES[kind]({ ...facts, met: rule.met });
  return rule.need === 'IF_TOLD' && node.evidence.length === 0 ? bare(kind, 'NOT_NEEDED') : node;
}

function verdictOf(
  parts: readonly ProofNode[],
  { presence, isCustomsTold }: Pick<LeafInput, 'presence' | 'isCustomsTold'>,
): Pick<Readiness, 'verdict' | 'blocking' | 'proof'> {
  const open = parts.find(({ state }) => state === 'BLOCKED' || state === 'NOT_MET');
  const isBlocked = parts.some(({ state }) => state === 'BLOCKED');
  if (open && (isCustomsTold || isBlocked)) {
    const proof: ProofNode = {
      ...unmet('ALL', 'NOT_MET', open.actor ?? 'CUSTOMS', [], parts),
      since: open.since,
    };
    return presence.state === 'LEFT'
      ? { verdict: 'LEFT', blocking: null, proof }
      : { verdict: 'NOT_READY', blocking: open, proof };
  }
  const isProved = isCustomsTold && parts.every(({ state }) => state === 'MET' || state === 'NOT_NEEDED');
  const proof = isProved
    ? { ...met('ALL', [], parts), since: latest(parts) }
    : { ...bare('ALL', 'UNKNOWN'), parts };
  return {
    verdict: presence.state === 'LEFT' ? 'LEFT' : isProved ? 'READY' : 'UNKNOWN',
    blocking: null,
    proof,
  };
}

function latest(parts: readonly ProofNode[]): ProofNode['since'] {
  return parts
    .map((part) => part.since)
    .reduce((last, since) => (since && (!last || since.instant > last.instant) ? since : last), null);
}

function isActual(m: Milestone): boolean {
  return m.classifier === 'ACTUAL';
}

/**
 * Whether a paper speaks of the cargo at this place: of its country and direction; and of this end where the goods travel
 * under transit, where the transit is the port's and the declaration the other's, and neither stands for the other.
 */
function concerns(
  m: Milestone,
  at: PlaceToLeave,
  told: readonly Milestone[],
  leaves: ReleaseLeaves,
): boolean {
  const { territory, direction } = customsOf(m, leaves);
  const isExport = isOutbound(at.regime);
  if (direction !== null && (direction === 'EXPORT') !== isExport) return false;
  if (territory === null ? isExport : territory !== at.territory) return false;
  if (at.otherEnd === null && at.regime !== 'TRANSIT') return true;
  const isUnderSeal = at.regime === 'TRANSIT' || at.regime === 'EXPORT_TRANSIT';
  const transits = new Set(standingTransits(told).map((paper) => paper.document));
  if (m.code === 'TRANSIT_ARRIVED' || m.code === 'TRANSIT_CLOSED') return true;
  if (m.code.startsWith('TRANSIT_') || (m.document !== null && transits.has(m.document))) return isUnderSeal;
  // Of an export it is declared inland, and the port lets it out on the same declaration.
  if (isDeclaration(m.code) || m.document?.startsWith('DECLARATION:')) return at.regime !== 'TRANSIT';
  // Without a town of its own a report is the port's.
  if (m.code.startsWith('ARRIVAL_REPORT_') && !sameTown(m.place, at.place))
    return at.regime === (isExport ? 'EXPORT' : 'TRANSIT') && !sameTown(m.place, at.otherEnd);
  if (/^(?:QUARANTINE|CUSTOMS_HOLD)_/.test(m.code)) return !sameTown(m.place, at.otherEnd);
  return true;
}
