import type { FactClaim } from '../journey/facts.ts';
import { isToOrder, plainName } from '../party-name.ts';
import type { PartyRef } from '../tracking-event.ts';

/** Kinds of papers that must agree with one another 单单相符. */
export const PAPERS = ['BOOKING', 'BILL', 'MANIFEST', 'DECLARATION', 'PACKING_LIST'] as const;
export type Paper = (typeof PAPERS)[number];

/** What papers are compared by. */
export const PAPER_FIELDS = ['PIECES', 'GROSS_WEIGHT', 'CONTAINERS', 'SEALS', 'CONSIGNEE'] as const;
export type PaperField = (typeof PAPER_FIELDS)[number];

/** One field as one paper has it: a number, or words of a set (boxes, seals, names), sorted. */
export interface Said {
  readonly paper: Paper;
  /** Number of the paper; several declarations may cover one bill between them. */
  readonly number: string;
  readonly field: PaperField;
  readonly amount: number | null;
  readonly words: readonly string[];
  readonly claim: FactClaim;
  readonly heardAt: number;
}

const FAMILIES: readonly (readonly [RegExp, Paper])[] = [
  [/^BOOKING_(REQUESTED|CONFIRMED|AMENDED)$/, 'BOOKING'],
  [/^(SI_SUBMITTED|BL_DRAFTED|BL_ISSUED|BL_AMENDED|BL_SURRENDERED)$/, 'BILL'],
  [/^MANIFEST_(SUBMITTED|ACCEPTED|AMENDED|RELEASED)$/, 'MANIFEST'],
  [/^DECL_(SUBMITTED|RECEIVED|ASSESSED|AMENDED|RELEASED|CLOSED)$/, 'DECLARATION'],
  [/^PACKING_LIST_(FILED|ACCEPTED)$/, 'PACKING_LIST'],
];

/** What the papers of a cargo say, by receipt. A claim about one box of a paper says nothing of the whole. */
export function saidByPapers(claims: readonly FactClaim[]): Said[] {
  return claims
    .flatMap((claim) => {
      const { code, classifier, equipment } = claim.event;
      const paper = FAMILIES.find(([codes]) => codes.test(code))?.[1];
      if (!paper || classifier !== 'ACTUAL' || equipment !== null || claim.inherited) return [];
      const heardAt = Math.min(...claim.voices.map(({ receivedAt }) => Date.parse(receivedAt)));
      const number = numberOf(claim, paper);
      return fieldsOf(claim).map((field): Said => ({ ...field, paper, number, claim, heardAt }));
    })
    .sort((a, b) => a.heardAt - b.heardAt || (a.claim.id < b.claim.id ? -1 : a.claim.id > b.claim.id ? 1 : 0));
} // prettier-ignore

function numberOf({ event }: FactClaim, paper: Paper): string {
  const own = event.documents.find(({ scheme }) =>
    paper === 'DECLARATION' ? scheme === 'DECLARATION' || scheme === 'MRN' : paper === 'BOOKING' ? scheme === 'BOOKING' : false,
  );
  return own?.number ?? '';
} // prettier-ignore

type Field = Pick<Said, 'field' | 'amount' | 'words'>;

function fieldsOf({ event }: FactClaim): Field[] {
  const { quantity, goods, contents, parties } = event;
  const pieces = quantity?.pieces ?? sumOf(goods.map((line) => line.pieces));
  const grossKg = quantity?.grossKg ?? sumOf(goods.map((line) => line.grossKg));
  const boxes = contents.filter(({ kind }) => kind === 'CONTAINER');
  const seals = boxes.flatMap(({ reference, seals: of }) => of.map((seal) => `${reference} ${plainName(seal)}`));
  const consignee = parties.find(({ role }) => role === 'CONSIGNEE');
  const name = consignee && nameOf(consignee);
  return [
    ...(pieces === null ? [] : [{ field: 'PIECES', amount: pieces, words: [] } as const]),
    ...(grossKg === null ? [] : [{ field: 'GROSS_WEIGHT', amount: grossKg, words: [] } as const]),
    ...(boxes.length === 0 ? [] : [{ field: 'CONTAINERS', amount: null, words: boxes.map(({ reference }) => reference).sort() } as const]),
    ...(seals.length === 0 ? [] : [{ field: 'SEALS', amount: null, words: seals.sort() } as const]),
    ...(name ? [{ field: 'CONSIGNEE', amount: null, words: [name] } as const] : []),
  ];
} // prettier-ignore

/** Null where a line does not say: then the sum is not known either. */
export function sumOf(numbers: readonly (number | null)[]): number | null {
  if (numbers.length === 0) return null;
  return numbers.reduce<number | null>((sum, one) => (sum === null || one === null ? null : sum + one), 0);
}

function nameOf({ name }: PartyRef): string | null {
  return name === null || isToOrder(name) ? null : name.trim();
}
