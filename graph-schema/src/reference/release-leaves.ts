import { z } from 'zod';
import { EVENT_CODES } from '../domain/event-code.ts';
import { LEAF_KINDS, REGIMES } from '../domain/release/readiness.ts';
import type { LeafRule, ReleaseLeaves } from '../domain/release/release-leaves.ts';
import { ruleFile } from './rule-file.ts';

const rowShape = z.strictObject({
  territory: z.string().regex(/^[A-Z]{2}$/),
  regime: z.enum(REGIMES),
  leaf: z.enum(LEAF_KINDS),
  need: z.enum(['ALWAYS', 'IF_TOLD']),
  modes: z.array(z.enum(['VESSEL', 'BARGE', 'RAIL', 'AIR', 'TRUCK'])).optional(),
  met: z.array(z.enum(EVENT_CODES)).min(1).optional(),
  why: z.string().min(1),
  /** `V`: a public source was seen; `E`: unconfirmed knowledge. */
  source: z.enum(['V', 'E']),
});

const fileShape = z.object({
  unions: z.record(z.string(), z.array(z.string().length(2))),
  rows: z.array(z.unknown()),
});

/** `data/release-leaves.json`. */
export const RELEASE_LEAVES = ruleFile('release-leaves.json', readReleaseLeaves);

/** What a place asks for, as in force at an instant (epoch milliseconds); left out: in the end. */
export function getReleaseLeaves(at = Infinity): ReleaseLeaves {
  return RELEASE_LEAVES.at(at);
}

/**
 * Reads rules as they stand in the file. Throws, naming the row, where one is malformed or stands twice, and where a
 * territory would let cargo go without customs: with neither a declaration nor a transit that is always needed.
 */
export function readReleaseLeaves(data: unknown): ReleaseLeaves {
  const { unions, rows } = fileShape.parse(data);
  const rules = rows.map((row, index): LeafRule => {
    const read = rowShape.safeParse(row);
    if (!read.success) throw new Error(`release leaves, row ${index + 1}: ${z.prettifyError(read.error)}`);
    const { territory, regime, leaf, need, modes = null, met = null } = read.data;
    return { territory, regime, leaf, need, modes, met };
  });
  rules.forEach((rule, index) => {
    const at = `release leaves, row ${index + 1}: ${rule.territory} ${rule.regime}`;
    const before = rules.slice(0, index).filter((other) => isSameLeaf(other, rule));
    if (before.some((other) => overlap(other, rule))) throw new Error(`${at} ${rule.leaf} stands twice`);
    const released = rule.regime.endsWith('TRANSIT') ? 'TRANSIT' : 'DECLARATION';
    const isReleased = rules.some(
      (other) =>
        isSameLeaf(other, { ...rule, leaf: released }) && other.need === 'ALWAYS' && other.modes === null,
    );
    if (!isReleased) throw new Error(`${at} asks for no ${released}`);
  });
  const countries = Object.entries(unions).flatMap(([union, members]) =>
    members.map((country): [string, string] => [country, union]),
  );
  return { unions: new Map(countries), rules };
}

function isSameLeaf(a: LeafRule, b: LeafRule): boolean {
  return a.territory === b.territory && a.regime === b.regime && a.leaf === b.leaf;
}

function overlap({ modes: a }: LeafRule, { modes: b }: LeafRule): boolean {
  return a === null || b === null || a.some((mode) => b.includes(mode));
}
