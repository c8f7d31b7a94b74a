import type { EventCode } from '../event-code.ts';
import type { Milestone } from '../journey/milestone.ts';
import type { LeafInput } from './leaf-input.ts';
import { decidingPapers, isDeclaration, standingTransits, type Paper } from './papers.ts';
import { endsTransitOut } from './places.ts';
import { bare, met, unmet } from './proof-node.ts';
import { isOutbound, type ProofNode } from './readiness.ts';

const RELEASED = new Set<EventCode>(['DECL_RELEASED', 'RELEASED_ON_GUARANTEE', 'DECL_CLOSED']);
const FILED = new Set<EventCode>([
  'DECL_SUBMITTED', 'DECL_RECEIVED', 'DECL_ASSESSED', 'DECL_SUSPENDED', 'DECL_REREVIEWED', 'DECL_SELECTED', 'DECL_INSPECTED',
  'DUTY_DUE', 'DUTY_PAID', 'ENTRY_PERMITTED', 'RELEASED_ON_GUARANTEE', 'DECL_RELEASED', 'DECL_DETAINED', 'DECL_CLOSED',
]); // prettier-ignore
const MOVES_ON = new Set<EventCode>([
  'TRANSIT_RELEASED',
  'TRANSIT_DEPARTED',
  'TRANSIT_ARRIVED',
  'TRANSIT_CLOSED',
]);

/** 报关: every declaration that decides for the box must be released. */
export function declarationLeaf({ steps, at, isCustomsTold }: LeafInput): ProofNode {
  const papers = decidingPapers(steps, isDeclaration, isCancelled);
  if (papers.length === 0)
    return isCustomsTold ? unmet('DECLARATION', 'NOT_MET', 'DECLARANT') : bare('DECLARATION', 'UNKNOWN');
  const isEntry = !isOutbound(at.regime);
  return together(
    'DECLARATION',
    papers.map((paper) => declared(paper, isEntry)),
    papers,
  );
}

/** 转关: the transit must be released before the goods travel on. */
export function transitLeaf({ steps, isCustomsTold }: LeafInput): ProofNode {
  const papers = standingTransits(steps);
  if (papers.length === 0)
    return isCustomsTold ? unmet('TRANSIT', 'NOT_MET', 'DECLARANT') : bare('TRANSIT', 'UNKNOWN');
  return together('TRANSIT', papers.map(inTransit), papers);
}

/**
 * The release of the transit, or the last of those of all declarations that decide; null while one is missing, and at a port
 * to which an export comes in transit: what was let go inland shows nothing of the port.
 */
export function releaseOf({ steps, at }: Pick<LeafInput, 'steps' | 'at'>): Milestone | null {
  if (at.regime === 'TRANSIT' || at.regime === 'EXPORT_TRANSIT') {
    return (
      standingTransits(steps)
        .flatMap((paper) => paper.steps)
        .find((m) => MOVES_ON.has(m.code)) ?? null
    );
  }
  if (endsTransitOut(at)) return null;
  const papers = decidingPapers(steps, isDeclaration, isCancelled);
  const letsGo = (m: Milestone) =>
    RELEASED.has(m.code) || (at.regime === 'IMPORT' && m.code === 'ENTRY_PERMITTED');
  const releases = papers.map((paper) => paper.steps.find(letsGo));
  return releases.every((release) => release !== undefined) ? (releases.at(-1) ?? null) : null;
}

/** The first thing told of a declaration that customs have; null where none is filed. */
export function filingOf({ steps }: LeafInput): Milestone | null {
  return steps.find((m) => FILED.has(m.code)) ?? null;
}

function declared({ steps }: Paper, isEntry: boolean): ProofNode {
  const released = steps.find((m) => RELEASED.has(m.code));
  const permitted = isEntry ? steps.find((m) => m.code === 'ENTRY_PERMITTED') : undefined;
  // 两步申报: the goods may leave on the summary declaration 概要申报; the full one is owed within
  // fourteen days, and an exception once that term has passed (exceptions/full-declaration.ts).
  if (permitted) {
    const full = released
      ? met('FULL_DECLARATION', [released])
      : unmet('FULL_DECLARATION', 'NOT_MET', 'DECLARANT', [permitted]);
    return met('DECLARATION', [permitted], [full]);
  }
  if (released) return met('DECLARATION', [released]);
  const last = steps.findLast(
    (m) => FILED.has(m.code) || m.code === 'DECL_REJECTED' || m.code === 'DECL_DRAFTED',
  );
  if (last?.code === 'DECL_REJECTED') return unmet('DECLARATION', 'BLOCKED', 'DECLARANT', [last]);
  return last && FILED.has(last.code)
    ? unmet('DECLARATION', 'NOT_MET', 'CUSTOMS', [last])
    : unmet('DECLARATION', 'NOT_MET', 'DECLARANT', steps.slice(-1));
}

function inTransit({ steps }: Paper): ProofNode {
  const released = steps.findLast((m) => MOVES_ON.has(m.code));
  const last = steps.at(-1);
  // Gone and not arrived in time: customs ask the declarant where the goods are.
  if (last?.code === 'TRANSIT_OVERDUE') return unmet('TRANSIT', 'BLOCKED', 'DECLARANT', [last]);
  if (last?.code === 'TRANSIT_REJECTED') return unmet('TRANSIT', 'BLOCKED', 'DECLARANT', [last]);
  if (released) return met('TRANSIT', [released]);
  return unmet('TRANSIT', 'NOT_MET', 'CUSTOMS', steps.slice(-1));
}

/** Withdrawn, before or after its release, and not filed again. */
function isCancelled({ steps }: Paper): boolean {
  return steps.findLast((m) => FILED.has(m.code) || m.code === 'DECL_CANCELLED')?.code === 'DECL_CANCELLED';
}

/** One paper is the leaf itself; of several each is a part, and the first that is not met speaks for all. */
function together(kind: ProofNode['kind'], nodes: readonly ProofNode[], papers: readonly Paper[]): ProofNode {
  const [first, ...rest] = nodes;
  if (first && rest.length === 0) return first;
  const open = nodes.find((node) => node.state === 'BLOCKED') ?? nodes.find((node) => node.state !== 'MET');
  if (open) return { ...open, parts: nodes };
  return met(
    kind,
    papers.flatMap(({ steps }) => steps.filter((m) => RELEASED.has(m.code) || MOVES_ON.has(m.code))),
    nodes,
  );
}
