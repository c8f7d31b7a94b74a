import { parse, validate, type ValidationRule } from 'graphql';
import { expect, it } from 'vitest';
import { limitQueries } from './query-limits.ts';
import { schema } from './schema.ts';

function problems(query: string): string[] {
  const rules: ValidationRule[] = [];
  const { onValidate } = limitQueries();
  void onValidate?.({ addValidationRule: (rule: ValidationRule) => rules.push(rule) } as never);
  return validate(schema, parse(query), rules).map((error) => error.message);
}

const times = (count: number) =>
  `{ ${Array.from({ length: count }, (_, i) => `a${i}: service { now }`).join(' ')} }`;

it('takes twenty things at once, and says so of the twenty-first', () => {
  expect(problems(times(20))).toEqual([]);
  expect(problems(times(400))).toEqual(['At most 20 things in one request.']);
});

it('counts what fragments ask for where they are spread, and their inner fields not at all', () => {
  const fields = Array.from({ length: 30 }, (_, i) => `f${i}: now`).join(' ');
  expect(problems(`{ service { ...All } } fragment All on Service { ${fields} }`)).toEqual([]);
  expect(problems(`{ ...Many } fragment Many on Query ${times(21)}`)).toEqual([
    'At most 20 things in one request.',
  ]);
});

it('takes the deepest query of the pages, and refuses what nests without end', () => {
  const nested = (levels: number): string =>
    levels === 0 ? '__typename' : `ofType { ${nested(levels - 1)} }`;
  expect(problems(`{ __schema { types { fields { type { ${nested(3)} } } } } }`)).toEqual([]);
  expect(problems(`{ __schema { types { fields { type { ${nested(40)} } } } } }`)[0]).toBe(
    'At most 16 levels in one request.',
  );
});
