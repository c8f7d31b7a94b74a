import type { IdentifierKey } from '../identifier.ts';
import { mayBeOneName } from '../party-name.ts';
import type { Cargo } from './cargo.ts';
import { HOUR_MS, type Episode } from './episode.ts';
import { findRule, type ExceptionRule, type ExceptionRules } from './rules.ts';
import { PAPER_FIELDS, saidByPapers, type Paper, type PaperField, type Said } from './said-by-papers.ts';

/**
 * Papers of one cargo that do not agree 三单不符: bill, manifest, declaration, booking and packing list by pieces, gross weight,
 * boxes, seals and consignee, each within its tolerance. It opens when the second of them is heard, and ends when what was
 * said last agrees.
 */
export function documentsMismatched(cargo: Cargo, rules: ExceptionRules): Episode[] {
  const said = saidByPapers(comparable(cargo));
  if (said.length < 2) return [];
  return PAPER_FIELDS.flatMap((field) => {
    const rule = findRule(rules, 'DOCUMENT_MISMATCH', field);
    const ofField = said.filter((one) => one.field === field);
    return rule && ofField.length > 1 ? mismatches(cargo, ofField, rule) : [];
  });
}

/** What names a house bill is of a part of the master's cargo, and is compared on its own shipment. */
function comparable({ facts }: Cargo) {
  const isHouse = isHouseKey(facts.anchor);
  return facts.claims.filter(
    ({ event }) =>
      isHouse || !event.documents.some(({ scheme }) => scheme === 'HOUSE_BILL' || scheme === 'HAWB'),
  );
}

function isHouseKey(key: IdentifierKey): boolean {
  return key.startsWith('HOUSE_BILL:') || key.startsWith('HAWB:');
}

function mismatches(cargo: Cargo, said: readonly Said[], rule: ExceptionRule): Episode[] {
  const stands = new Map<string, Said>();
  const episodes: Episode[] = [];
  const turns = [...new Set(said.map(({ heardAt }) => heardAt))].sort((a, b) => a - b);
  for (const turn of turns) {
    const now = said.filter(({ heardAt }) => heardAt === turn);
    for (const one of now) stands.set(`${one.paper}|${one.number}`, one);
    const wholes = ORDER.flatMap((paper) => wholeOf(paper, [...stands.values()]) ?? []);
    const last = episodes.at(-1);
    const open = last?.closesAt === null ? last : null;
    if (haveQuarrel(wholes, rule.limit ?? 0)) {
      const episode = open ?? begun(cargo, rule, turn);
      const evidence = [...new Set([...episode.evidence, ...wholes.flatMap(({ claims }) => claims)])];
      episodes.splice(open ? -1 : episodes.length, open ? 1 : 0, { ...episode, evidence, figures: figuresOf(wholes) });
    } else if (open) {
      episodes[episodes.length - 1] = { ...open, closesAt: turn, closing: now.map(({ claim }) => claim.id) };
    }
  }
  return episodes;
} // prettier-ignore

function begun(cargo: Cargo, rule: ExceptionRule, heardAt: number): Episode {
  return {
    rule,
    of: rule.of,
    opensAt: heardAt + rule.hours * HOUR_MS,
    worsensAt: rule.worseHours === null ? null : heardAt + rule.worseHours * HOUR_MS,
    closesAt: null,
    subject: { containers: [], place: null, run: null, document: cargo.facts.anchor },
    evidence: [],
    closing: [],
    figures: {},
  };
}

/** What each paper says, in one order. */
function figuresOf(wholes: readonly Whole[]): Episode['figures'] {
  return {
    papers: wholes.map(({ paper }) => paper).join(', '),
    says: wholes
      .map(({ amount, words }) => (amount === null ? words.join(', ') : String(amount)))
      .join(' / '),
  };
}

function haveQuarrel(wholes: readonly Whole[], tolerance: number): boolean {
  return wholes.some((one, index) => wholes.slice(index + 1).some((other) => !agree(one, other, tolerance)));
}

const ORDER: readonly Paper[] = ['BILL', 'MANIFEST', 'DECLARATION', 'PACKING_LIST', 'BOOKING'];

/** What all papers of a kind say together. */
interface Whole extends Pick<Said, 'paper' | 'field' | 'amount' | 'words'> {
  readonly claims: readonly string[];
  /** Of several papers more may still come: less than the others is no quarrel. */
  readonly isPart: boolean;
}

function wholeOf(paper: Paper, said: readonly Said[]): Whole | null {
  const own = said.filter((one) => one.paper === paper);
  const [first] = own;
  if (!first) return null;
  const amounts = own.flatMap(({ amount }) => amount ?? []);
  return {
    paper,
    field: first.field,
    amount: amounts.length > 0 ? Math.round(amounts.reduce((sum, one) => sum + one, 0) * 1000) / 1000 : null,
    words: [...new Set(own.flatMap(({ words }) => words))].sort(),
    claims: own.map(({ claim }) => claim.id),
    isPart: paper === 'DECLARATION' && own.length > 1,
  };
}

/** Numbers within the tolerance (pieces as such, weights in per cent); sets and names as they are, as far as they can be compared. */
function agree(a: Whole, b: Whole, tolerance: number): boolean {
  const field: PaperField = a.field;
  if (a.amount !== null && b.amount !== null) {
    const isLess = (a.isPart && a.amount < b.amount) || (b.isPart && b.amount < a.amount);
    const allowed = field === 'GROSS_WEIGHT' ? (Math.max(a.amount, b.amount) * tolerance) / 100 : tolerance;
    return isLess || Math.abs(a.amount - b.amount) <= allowed + 1e-9;
  }
  if (field === 'SEALS') return sealsAgree(a.words, b.words);
  if (field === 'CONSIGNEE') return namesAgree(a.words, b.words);
  const isWithin = (one: Whole, other: Whole) => one.words.every((word) => other.words.includes(word));
  return (isWithin(a, b) || b.isPart) && (isWithin(b, a) || a.isPart);
}

/** Of boxes that both name, one seal in common is enough: each writes down some of them. */
function sealsAgree(a: readonly string[], b: readonly string[]): boolean {
  const of = (list: readonly string[], box: string) => list.filter((word) => word.startsWith(`${box} `));
  const boxes = [...new Set(a.map((word) => word.split(' ')[0] ?? ''))];
  return boxes.every((box) => {
    const [mine, theirs] = [of(a, box), of(b, box)];
    return theirs.length === 0 || mine.some((seal) => theirs.includes(seal));
  });
}

function namesAgree(a: readonly string[], b: readonly string[]): boolean {
  return a.every((one) => b.every((other) => mayBeOneName(one, other)));
}
