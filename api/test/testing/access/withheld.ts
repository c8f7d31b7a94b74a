import { FIELD_GROUPS, type FieldGroup } from 'graph-schema/domain/access/access-rules';
import { getNamedType, isObjectType } from 'graphql';
import { FIELDS } from '../../../src/access/testing/field-rules.ts';
import { TYPES, type TypeRule } from '../../../src/access/testing/type-rules.ts';
import { schema } from '../../../src/schema.ts';

/** Fields of an answer that say something though the group that they belong to is withheld, by path. */
export function fieldsInSpite(value: unknown, withheld: ReadonlySet<string>, path = ''): string[] {
  if (Array.isArray(value)) return value.flatMap((one) => fieldsInSpite(one, withheld, path));
  if (typeof value !== 'object' || value === null) return [];
  const type = schema.getType(String((value as { __typename?: string }).__typename));
  if (!isObjectType(type)) return [];
  return Object.entries(value).flatMap(([name, said]) => {
    const field = type.getFields()[name];
    if (!field) return [];
    const group = groupOf(type.name, name, getNamedType(field.type).name);
    const here = `${path}.${name}`;
    if (group !== null && withheld.has(group)) return saysNothing(said) ? [] : [here];
    return fieldsInSpite(said, withheld, here);
  });
}

/** Null, an empty list or text; an object that has nothing but these, and whether it is so. */
function saysNothing(said: unknown): boolean {
  if (said === null || said === '' || typeof said === 'boolean') return true;
  if (Array.isArray(said)) return said.length === 0;
  if (typeof said !== 'object') return false;
  return Object.entries(said).every(([name, one]) => name === '__typename' || saysNothing(one));
}

/** The group that a field is shown or withheld with; null: with what it stands in. */
function groupOf(type: string, field: string, answers: string): FieldGroup | null {
  const rule = FIELDS[`${type}.${field}`] ?? TYPES[answers];
  const isAlone = rule !== TYPES[type] || isGroup(TYPES[answers]);
  return isAlone && isGroup(rule) ? rule : null;
}

function isGroup(rule: TypeRule | undefined): rule is FieldGroup {
  return FIELD_GROUPS.some((group) => group === rule);
}
