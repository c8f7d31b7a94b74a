import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Statement } from 'graph-schema/cypher/statement';
import { openGraphUnderTest, type GraphUnderTest } from '../testing/graph-under-test.ts';

const root = join(
  dirname(createRequire(import.meta.url).resolve('graph-schema/package.json')),
  'src',
  'cypher',
);

async function allStatements(): Promise<Statement<unknown, unknown>[]> {
  const found: Statement<unknown, unknown>[] = [];
  for (const folder of ['read', 'write', 'conclude', 'derive', 'search']) {
    for (const file of readdirSync(join(root, folder)).filter((name) => !name.includes('.test.'))) {
      const exported = (await import(join(root, folder, file))) as Record<string, unknown>;
      for (const value of Object.values(exported)) {
        if (typeof value === 'object' && value !== null && 'text' in value)
          found.push(value as Statement<unknown, unknown>);
      }
    }
  }
  return found;
}

const statements = await allStatements();
let under: GraphUnderTest;
beforeAll(async () => {
  under = await openGraphUnderTest();
});
afterAll(() => under.close());

it('finds the statements', () => expect(statements.length).toBeGreaterThan(30));

it.each(statements.map((s) => [s.name, s] as const))(
  '%s is understood by the real server',
  async (_, { text }) => {
    expect(await under.query(`EXPLAIN ${text}`)).toEqual([]);
  },
);

it('names every statement once', () => {
  expect(new Set(statements.map((s) => s.name)).size).toBe(statements.length);
});
