import { z } from 'zod';
import type { EtaPolicy } from '../domain/eta/policy.ts';
import { oneInForce } from './in-force.ts';
import { ruleFile } from './rule-file.ts';

const BASES = ['ESTIMATED', 'COMPUTED', 'PLANNED'] as const;
/** `E`: unconfirmed, a house value. */
const source = z.enum(['V', 'E']);
const amount = oneInForce(z.strictObject({ value: z.number().nonnegative(), source }));

const fileShape = z.object({
  thresholds: z
    .array(
      z.strictObject({
        withinHours: z.number().positive().nullable(),
        moveMinutes: z.number().positive(),
        meaning: z.string().min(1),
        meaningZh: z.string().min(1),
        source,
      }),
    )
    .min(1),
  confirmMinutes: amount,
  sameMinutes: amount,
  staleHours: amount,
  order: oneInForce(z.strictObject({ value: z.array(z.enum(BASES)).length(BASES.length), source })),
});

/** `data/eta-policy.json`. */
export const ETA_POLICY = ruleFile('eta-policy.json', readEtaPolicy);

/** The policy as in force at an instant (epoch milliseconds); left out: in the end. */
export function getEtaPolicy(at = Infinity): EtaPolicy {
  return ETA_POLICY.at(at);
}

/** A policy from what a file holds. Throws, saying what, where it cannot be meant. */
export function readEtaPolicy(data: unknown): EtaPolicy {
  const file = fileShape.parse(data);
  const limits = file.thresholds.map(({ withinHours }) => withinHours ?? Infinity);
  limits.forEach((limit, index) => {
    const isLast = index === limits.length - 1;
    if ((limit === Infinity) !== isLast)
      throw new Error('ETA policy: the last threshold, and only it, has no limit');
    if (index > 0 && limit <= (limits[index - 1] ?? 0))
      throw new Error(`ETA policy, threshold ${index + 1}: not further ahead than the one before`);
  });
  if (new Set(file.order.value).size !== BASES.length) throw new Error('ETA policy: order names one twice');
  return {
    thresholds: file.thresholds.map(({ withinHours, moveMinutes }) => ({ withinHours, moveMinutes })),
    confirmMinutes: file.confirmMinutes.value,
    sameMinutes: file.sameMinutes.value,
    staleHours: file.staleHours.value,
    order: file.order.value,
  };
}
