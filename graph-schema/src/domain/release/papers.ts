import { claimKeys } from '../claim-keys.ts';
import type { EventCode } from '../event-code.ts';
import { splitKey, type IdentifierKey } from '../identifier.ts';
import type { FactClaim } from '../journey/facts.ts';
import { inTime, type Milestone } from '../journey/milestone.ts';

/** What was told of one paper, in order of time. */
export interface Paper {
  readonly document: IdentifierKey | null;
  readonly steps: readonly Milestone[];
}

/** Papers that customs number; each speaks of the boxes that it lists. */
const NUMBERED: ReadonlySet<string> = new Set(['DECLARATION', 'TRANSIT', 'MRN']);

const OTHERS_OF_DECLARATIONS: ReadonlySet<EventCode> = new Set<EventCode>([
  'DUTY_DUE', 'DUTY_PAID', 'ENTRY_PERMITTED', 'RELEASED_ON_GUARANTEE',
]); // prettier-ignore

/**
 * What is told of a box: of itself, of a paper that lists it, of a paper or cargo without naming boxes. A numbered paper
 * that lists boxes anywhere speaks of none but those. Milestones then name this box or, where they named none, nothing, and
 * have the time that was told of it, not that of the first of several boxes. In order of time.
 */
export function toldByBox(milestones: readonly Milestone[]): (box: string | null) => Milestone[] {
  const told = milestones.map((m) => ({
    milestone: { ...m, document: paperOf(m) },
    claims: m.claims.map((claim) => ({ claim, named: boxesOf(claim) })),
  }));
  const listed = new Map<IdentifierKey, Set<string>>();
  for (const { milestone, claims } of told) {
    const { document } = milestone;
    if (!isNumbered(document)) continue;
    for (const box of claims.flatMap((one) => one.named)) {
      listed.set(document, (listed.get(document) ?? new Set()).add(box));
    }
  }
  return (box) => {
    if (box === null) return told.map((one) => one.milestone);
    const ofBox = told.flatMap(({ milestone, claims }) => {
      const boxes = milestone.document ? listed.get(milestone.document) : undefined;
      if (boxes && !boxes.has(box)) return [];
      const about = claims.filter(({ named }) => named.length === 0 || named.includes(box));
      const [first] = about;
      if (!first) return [];
      const isNamed = about.some(({ named }) => named.length > 0);
      const { id, event } = first.claim;
      const own = {
        id,
        time: event.time,
        claims: about.map((one) => one.claim),
        containers: isNamed ? [box] : [],
      };
      return [{ ...milestone, ...own }];
    });
    return ofBox.sort(inTime);
  };
}

/**
 * The papers of one kind that decide for a box, without those that are void. A box may be declared on several; those that
 * list it decide before those that list nothing. What is told without a number (a terminal's word on a box) is the same
 * happening by another name, and decides only where customs have numbered none.
 */
export function decidingPapers(
  steps: readonly Milestone[],
  isOfKind: (code: EventCode) => boolean,
  isVoid: (paper: Paper) => boolean,
): Paper[] {
  const own = steps.filter((m) => isOfKind(m.code));
  const papers = [...new Set(own.map((m) => m.document))].map((document): Paper => ({
    document,
    steps: own.filter((m) => m.document === document),
  }));
  const numbered = papers.filter((paper) => isNumbered(paper.document));
  const standing = (numbered.length > 0 ? numbered : papers).filter((paper) => !isVoid(paper));
  const listing = standing.filter((paper) => paper.steps.some((m) => m.containers.length > 0));
  return numbered.length > 0 && listing.length > 0 ? listing : standing;
}

/** Steps of a declaration, whatever the code is called. */
export function isDeclaration(code: EventCode): boolean {
  return code.startsWith('DECL_') || OTHERS_OF_DECLARATIONS.has(code);
}

/** Transits 转关 that nobody cancelled. */
export function standingTransits(steps: readonly Milestone[]): Paper[] {
  return decidingPapers(
    steps,
    (code) => code.startsWith('TRANSIT_'),
    (paper) => paper.steps.at(-1)?.code === 'TRANSIT_CANCELLED',
  );
}

/** A declaration of goods in transit names both numbers: it is told of the declaration, a transit of the transit. */
function paperOf({ code, claims, document }: Milestone): IdentifierKey | null {
  const scheme = isDeclaration(code) ? 'DECLARATION:' : code.startsWith('TRANSIT_') ? 'TRANSIT:' : null;
  if (scheme === null) return document;
  const named = claims.flatMap(({ event }) => claimKeys(event).documents);
  return named.find((key) => key.startsWith(scheme)) ?? document;
}

function isNumbered(document: IdentifierKey | null): document is IdentifierKey {
  return document !== null && NUMBERED.has(splitKey(document).scheme);
}

/** Boxes that a claim is about or lists. */
function boxesOf({ event }: FactClaim): string[] {
  return [...(event.equipment ? [event.equipment] : []), ...event.contents]
    .filter((equipment) => equipment.kind === 'CONTAINER')
    .map((equipment) => equipment.reference);
}
