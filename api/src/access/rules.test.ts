import { FIELD_GROUPS, type FieldGroup } from 'graph-schema/domain/access/access-rules';
import { NOBODY } from 'graph-schema/domain/access/asker';
import { getNamedType, isInterfaceType, isObjectType, isUnionType, type GraphQLNamedType } from 'graphql';
import { describe, expect, it } from 'vitest';
import { schema } from '../schema.ts';
import { NODE_KINDS } from '../schema/node-kinds.ts';
import { GROUP_OF } from './journey-groups.ts';
import { ROOT_RULES, type RootRule } from './root-rules.ts';
import { FIELDS } from './testing/field-rules.ts';
import { TYPES } from './testing/type-rules.ts';

const ROOTS = ['Query', 'Mutation', 'Subscription'];

const own = Object.values(schema.getTypeMap()).filter(
  (type) => isObjectType(type) && !type.name.startsWith('__') && !ROOTS.includes(type.name),
);

describe('the rules of who may ask', () => {
  it('name every query, mutation and subscription', () => {
    const fields = ROOTS.flatMap((name) => {
      const type = schema.getType(name);
      return isObjectType(type) ? Object.keys(type.getFields()).map((field) => `${name}.${field}`) : [];
    });
    expect(fields.filter((field) => ROOT_RULES[field] === undefined)).toEqual([]);
    expect(Object.keys(ROOT_RULES).filter((field) => !fields.includes(field))).toEqual([]);
  });

  it('are asked before every query, mutation and subscription, also where errors are part of the answer', async () => {
    const context = { asker: { ...NOBODY, kind: 'MEMBER', sight: ['OFFICE:3104'] } };
    for (const name of ROOTS) {
      const type = schema.getType(name);
      if (!isObjectType(type)) continue;
      for (const field of Object.values(type.getFields())) {
        const rule = ROOT_RULES[`${name}.${field.name}`] ?? 'OPERATOR';
        if (!rule.startsWith('OPERATOR') && rule !== 'ADMIN') continue;
        const ask = name === 'Subscription' ? field.subscribe : field.resolve;
        const answer = async (): Promise<void> => {
          await ask?.({}, {}, context, {} as never);
        };
        await expect(answer(), field.name).rejects.toThrow('Not for you to ask.');
      }
    }
  });

  it('name every type', () => {
    // What Pothos makes of a field's errors carries nothing but what it holds.
    const missing = own.map(({ name }) => name).filter((name) => TYPES[name] === undefined && !/(Success)$/.test(name)); // prettier-ignore
    expect(missing).toEqual([]);
  });

  it('let nobody reach through a question what is not for who may ask it', () => {
    for (const [field, rule] of Object.entries(ROOT_RULES)) {
      const [root = '', name = ''] = field.split('.');
      const type = schema.getType(root);
      const asked = isObjectType(type) ? type.getFields()[name] : undefined;
      // What has an id is asked for by the rule of its kind.
      if (asked && !isInterfaceType(getNamedType(asked.type))) expectWithin(rule, getNamedType(asked.type), field);
    }
  }); // prettier-ignore

  it('let nobody reach by an id what he may not ask for otherwise', () => {
    const node = schema.getType('Node');
    if (!isInterfaceType(node)) throw new Error('there is a Node');
    const kinds = NODE_KINDS.map(({ type }) => type);
    expect(kinds.toSorted()).toEqual(schema.getPossibleTypes(node).map(({ name }) => name).toSorted());
    for (const { type, question } of NODE_KINDS) {
      const [rule, of] = [ROOT_RULES[`Query.${question}`], schema.getType(type)];
      if (rule === undefined || !of) throw new Error(`nobody may ask for ${type}`);
      expectWithin(rule, of, `node of ${type}`);
    }
  }); // prettier-ignore

  it('show each part of a journey with the group that it is withheld with', () => {
    const type = schema.getType('Journey');
    if (!type) throw new Error('there is a Journey');
    for (const [name] of fieldsOf(type)) {
      const group = (GROUP_OF as Readonly<Record<string, FieldGroup>>)[name];
      if (group) expect(FIELDS[`Journey.${name}`], name).toBe(group);
    }
  });

  it('name every field of what readers are told, and no other', () => {
    const told = own.filter(
      ({ name }) => TYPES[name] !== undefined && !['ACCOUNT', 'OPERATOR'].includes(TYPES[name]),
    );
    const fields = told.flatMap((type) => fieldsOf(type).map(([name]) => `${type.name}.${name}`));
    expect(
      fields.filter((field) => FIELDS[field] === undefined),
      'without a rule',
    ).toEqual([]);
    expect(
      Object.keys(FIELDS).filter((field) => !fields.includes(field)),
      'of no field',
    ).toEqual([]);
  });

  it('withhold with a part of a journey what each field leads to', () => {
    for (const type of own)
      for (const [name, answers] of fieldsOf(type)) {
        const [rule, of] = [FIELDS[`${type.name}.${name}`], TYPES[answers.name]];
        // Milestones are seen wherever anything is, so that what leads to one may be of any group; and how a message came is told with what it says.
        const isOfAny = of === 'MILESTONES' || answers.name === 'Evidence';
        if (rule !== undefined && !isOfAny && FIELD_GROUPS.some((group) => group === of))
          expect(rule, `${type.name}.${name}`).toBe(of);
      }
  });
});

function fieldsOf(type: GraphQLNamedType): [name: string, answers: GraphQLNamedType][] {
  if (!isObjectType(type)) return [];
  return Object.values(type.getFields()).map(({ name, type: answered }) => [name, getNamedType(answered)]);
}

function expectWithin(rule: RootRule, asked: GraphQLNamedType, name: string): void {
  const reached = [...reachable(asked)].map((one) => TYPES[one] ?? 'OPEN');
  if (!['OPERATOR', 'OPERATOR_ADMIN'].includes(rule)) expect(reached, name).not.toContain('OPERATOR');
  if (rule === 'ANYONE' || rule === 'READER') expect(reached, name).not.toContain('ACCOUNT');
  if (rule === 'ANYONE') expect(reached.filter((one) => one !== 'OPEN'), name).toEqual([]);
} // prettier-ignore

function reachable(from: GraphQLNamedType, seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(from.name)) return seen;
  if (isUnionType(from)) for (const type of from.getTypes()) reachable(type, seen);
  if (isInterfaceType(from)) for (const type of schema.getPossibleTypes(from)) reachable(type, seen);
  if (!isObjectType(from)) return seen;
  seen.add(from.name);
  for (const field of Object.values(from.getFields())) reachable(getNamedType(field.type), seen);
  return seen;
}
