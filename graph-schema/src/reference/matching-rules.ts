import { z } from 'zod';
import { EVENT_CODES, type Dimension } from '../domain/event-code.ts';
import type { MatchingRules } from '../domain/journey/matching-rules.ts';
import { ruleFile } from './rule-file.ts';

const DIMENSIONS = ['LOGISTICS', 'DOCUMENT', 'SENSOR'] as const satisfies readonly Dimension[];

const rowShape = z.strictObject({
  kind: z.enum([...EVENT_CODES, ...DIMENSIONS]),
  withinMinutes: z.number().nonnegative(),
  toleranceMinutes: z.number().nonnegative(),
  once: z.enum(['BOX', 'RUN']).optional(),
  onceMinutes: z.number().positive().optional(),
  why: z.string().min(1),
  /** `V`: a public source was seen; `E`: unconfirmed knowledge. */
  source: z.enum(['V', 'E']),
});

const fileShape = z.object({ rows: z.array(z.unknown()) });

/** `data/matching.json`. */
export const MATCHING = ruleFile('matching.json', readMatchingRules);

/** The rules as in force at an instant (epoch milliseconds); left out: in the end. */
export function getMatchingRules(at = Infinity): MatchingRules {
  return MATCHING.at(at);
}

/**
 * Reads rules as they stand in the file. Throws, naming the row, where one is malformed, stands twice, or says once
 * without how far apart; and where a dimension has none, as its kinds would be matched by nothing.
 */
export function readMatchingRules(data: unknown): MatchingRules {
  const rules = new Map<string, z.infer<typeof rowShape>>();
  fileShape.parse(data).rows.forEach((row, index) => {
    const at = `matching, row ${index + 1}`;
    const read = rowShape.safeParse(row);
    if (!read.success) throw new Error(`${at}: ${z.prettifyError(read.error)}`);
    const { kind, once, onceMinutes, withinMinutes } = read.data;
    if (rules.has(kind)) throw new Error(`${at}: ${kind} stands twice`);
    if ((once === undefined) !== (onceMinutes === undefined))
      throw new Error(`${at}: ${kind} needs both, once and onceMinutes, or none`);
    if (onceMinutes !== undefined && onceMinutes < withinMinutes)
      throw new Error(`${at}: ${kind} is told of one run more narrowly than of none`);
    rules.set(kind, read.data);
  });
  const missing = DIMENSIONS.find((dimension) => !rules.has(dimension));
  if (missing) throw new Error(`matching: no row for ${missing}`);
  return new Map(
    [...rules.values()].map(({ kind, withinMinutes, toleranceMinutes, once = null, onceMinutes = 0 }) => [
      kind,
      { withinMinutes, toleranceMinutes, once, onceMinutes },
    ]),
  );
}
