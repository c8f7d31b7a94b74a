import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { FIELD_GROUPS, RELATIONS, type AccessRules } from '../domain/access/access-rules.ts';

const DATA = new URL('../../data/access-rules.json', import.meta.url);

const SOURCE_KINDS = ['TERMINAL', 'CARRIER', 'CUSTOMS', 'RAIL', 'AIRLINE', 'FORWARDER', 'AIS', 'OPERATOR', 'INTERNAL'] as const; // prettier-ignore
const PARTY_ROLES = ['CONSIGNOR', 'CONSIGNEE', 'NOTIFY', 'BUYER', 'SELLER', 'CARRIER', 'FORWARDER', 'DECLARANT', 'AGENT', 'TERMINAL', 'WAREHOUSE', 'AUTHORITY', 'OTHER'] as const; // prettier-ignore

const group = z.enum(FIELD_GROUPS);
const relation = z.enum(RELATIONS);
const shape = z.object({
  schemes: z.array(z.string()),
  relations: z.array(
    z.strictObject({
      relation,
      groups: z.array(group).min(1),
      summed: z.array(group).default([]),
      toldBy: z.array(z.enum(SOURCE_KINDS)),
      bySelf: z.boolean(),
      days: z.number().int().positive().nullable(),
      meaning: z.string().min(1),
      meaningZh: z.string().min(1),
    }),
  ),
  roles: z.partialRecord(z.enum(PARTY_ROLES), relation),
  needs: z.partialRecord(group, z.array(group)),
});

let loaded: AccessRules | null = null;

/** `data/access-rules.json`, read at the first call and kept. */
export function getAccessRules(): AccessRules {
  loaded ??= readAccessRules(JSON.parse(readFileSync(DATA, 'utf8')));
  return loaded;
}

/** Reads the rules as they stand in the file. Throws where a relation has none, or grants what cannot be shown. */
export function readAccessRules(data: unknown): AccessRules {
  const read = shape.safeParse(data);
  if (!read.success) throw new Error(`access rules: ${z.prettifyError(read.error)}`);
  const { schemes, relations, roles, needs } = read.data;
  const missing = RELATIONS.filter((one) => relations.filter((rule) => rule.relation === one).length !== 1);
  if (missing.length > 0) throw new Error(`access rules: ${missing.join(', ')} should stand once`);
  for (const rule of relations) {
    const lacking = rule.groups.filter((one) => !(needs[one] ?? []).every((need) => rule.groups.includes(need)));
    if (lacking.length > 0) throw new Error(`access rules: ${rule.relation} has ${lacking.join(', ')} without what it follows from`);
  }
  return {
    schemes: new Set(schemes),
    roles: new Map(Object.entries(roles) as [keyof typeof roles, (typeof RELATIONS)[number]][]),
    relations: new Map(relations.map(({ toldBy, ...rule }) => [rule.relation, { ...rule, toldBy: new Set(toldBy) }])),
    needs: new Map(Object.entries(needs) as [keyof typeof needs, (typeof FIELD_GROUPS)[number][]][]),
  };
} // prettier-ignore
