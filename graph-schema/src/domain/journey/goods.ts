import { sumOf } from '../exceptions/said-by-papers.ts';
import type { IdentifierKey } from '../identifier.ts';
import type { GoodsRef, TrackingEvent } from '../tracking-event.ts';
import type { JourneyFacts } from './facts.ts';
import { distinctSayings, lastWords, type LastWord, type Saying } from './last-words.ts';
import { ownClaims } from './own-claims.ts';

/** What one paper, or a message about one box, says that the cargo is, and who says so. */
export interface Goods {
  /** The paper or the box; null where only the cargo itself was meant. */
  readonly subject: IdentifierKey | null;
  readonly lines: readonly GoodsRef[];
  /** Packages 件数 of all lines; null: not told. */
  readonly pieces: number | null;
  /** Gross weight 毛重 of all lines, kilograms; null: not told. */
  readonly grossKg: number | null;
  /** Another source says otherwise of the same paper or box. */
  readonly isDisputed: boolean;
  /** Who says so, the last heard first. */
  readonly sayings: readonly Saying[];
}

type Told = Pick<Goods, 'lines' | 'pieces' | 'grossKg'>;
interface Statement extends Told {
  readonly subject: IdentifierKey | null;
  readonly heardAt: number;
  readonly sayings: readonly Saying[];
}

/** What the papers of a cargo say that it is, the last said first. Sources that say the same of one paper say it together. */
export function goodsOf(facts: JourneyFacts): Goods[] {
  const claims = ownClaims(facts);
  const described = lastWords(claims, ({ goods }) => (goods.length > 0 ? [goods] : []));
  const counted = lastWords(claims, totalsIn);
  const statements = statementsOf(described, counted);
  const groups = new Map<string, Statement>();
  for (const one of statements) {
    const key = JSON.stringify([one.subject, one.lines.map(plainLine), one.pieces, one.grossKg]);
    const before = groups.get(key);
    groups.set(key, before ? { ...before, sayings: [...before.sayings, ...one.sayings] } : one);
  }
  const all = [...groups.values()];
  return all.map(({ subject, lines, pieces, grossKg, sayings }) => ({
    subject,
    lines,
    pieces,
    grossKg,
    isDisputed: all.some((other) => other.subject === subject && areTwo(other, { lines, pieces, grossKg })),
    sayings: distinctSayings(sayings),
  }));
}

type Totals = Pick<Goods, 'pieces' | 'grossKg'>;

/** Papers that count the whole: what is counted on the way, or of one box, may be a part. */
const COUNTS_ALL =
  /^(BOOKING_(REQUESTED|CONFIRMED|AMENDED)|SI_SUBMITTED|BL_|MANIFEST_(SUBMITTED|ACCEPTED|AMENDED|RELEASED)|DECL_|TRANSIT_(DECLARED|ACCEPTED|RELEASED)|CONSIGNMENT_NOTE_ISSUED|PACKING_LIST_|ARRIVAL_NOTICE_SENT|ORDER_)/;

function totalsIn({ code, quantity, goods, equipment }: TrackingEvent): Totals[] {
  const isWhole = COUNTS_ALL.test(code) && equipment === null && quantity?.ofPieces === null;
  const counted = isWhole ? quantity : null;
  const pieces = counted?.pieces ?? sumOf(goods.map((line) => line.pieces));
  const grossKg = counted?.grossKg ?? sumOf(goods.map((line) => line.grossKg));
  return pieces === null && grossKg === null ? [] : [{ pieces, grossKg }];
}

/** Who only counts later does not take back the lines that he told before. */
function statementsOf(
  described: readonly LastWord<readonly GoodsRef[]>[],
  counted: readonly LastWord<Totals>[],
): Statement[] {
  const isSame = (a: LastWord<unknown>, b: LastWord<unknown>) => a.source === b.source && a.subject === b.subject;
  const alone = counted.filter((word) => !described.some((other) => isSame(word, other)));
  const whole = described.map((word): Statement => {
    // What was counted before these lines were told is the count of others.
    const totals = counted.find((other) => isSame(word, other) && other.heardAt >= word.heardAt);
    return {
      subject: word.subject,
      heardAt: Math.max(word.heardAt, totals?.heardAt ?? 0),
      lines: linesOf(word),
      ...totalOf(totals),
      sayings: [...word.said, ...(totals?.said ?? [])],
    };
  });
  const only = alone.map((word): Statement => {
    const { subject, heardAt, said } = word;
    return { subject, heardAt, lines: [], ...totalOf(word), sayings: said };
  });
  const says = ({ lines, pieces, grossKg }: Told) => lines.length > 0 || pieces !== null || grossKg !== null;
  return [...whole, ...only].filter(says).sort((a, b) => b.heardAt - a.heardAt);
} // prettier-ignore

/** Null where one message counts in several ways: they are parts, and who knows of how much. */
function totalOf(word: LastWord<Totals> | undefined): Totals {
  const said = word?.said.map(({ value }) => value) ?? [];
  const one = <T>(values: readonly T[]) => (new Set(values).size === 1 ? (values[0] ?? null) : null);
  return { pieces: one(said.map(({ pieces }) => pieces)), grossKg: one(said.map(({ grossKg }) => grossKg)) };
}

/** A list that one message repeats is one list; a line that a list repeats is two. */
function linesOf({ said }: LastWord<readonly GoodsRef[]>): GoodsRef[] {
  const lists = new Map(said.map(({ value }) => [JSON.stringify(value.map(plainLine)), value]));
  return [...lists.values()].flat();
}

function plainLine(line: GoodsRef): readonly unknown[] {
  const { description, hsCode, pieces, packageType, grossKg, unNumber } = line;
  return [description?.trim().toUpperCase(), hsCode, pieces, packageType, grossKg, unNumber];
}

/** Weights are rounded to the kilogram. */
const ROUNDED_KG = 1;

function areTwo(a: Told, b: Told): boolean {
  const differ = (one: number | null, other: number | null, by: number) =>
    one !== null && other !== null && Math.abs(one - other) > by;
  return differ(a.pieces, b.pieces, 0) || differ(a.grossKg, b.grossKg, ROUNDED_KG) || haveOtherCodes(a, b);
}

/** 6 digits are the Harmonised System's, what follows is national: one code may be the beginning of the other. */
function haveOtherCodes(a: Told, b: Told): boolean {
  const [codes, others] = [a, b].map(({ lines }) => lines.flatMap(({ hsCode }) => hsCode?.slice(0, 6) ?? []));
  if (!codes || !others || codes.length === 0 || others.length === 0) return false;
  return codes.every((one) => others.every((other) => !one.startsWith(other) && !other.startsWith(one)));
}
