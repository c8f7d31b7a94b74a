import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import neo4j, { type Driver } from 'neo4j-driver';

interface Migration {
  readonly name: string;
  readonly checksum: string;
  readonly statements: readonly string[];
}

/** Numbered files of graph-schema, in order. `//` comments to the end of the line; statements end with a semicolon. */
async function readMigrations(): Promise<Migration[]> {
  const root = dirname(createRequire(import.meta.url).resolve('graph-schema/package.json'));
  const folder = join(root, 'migrations');
  const names = (await readdir(folder)).filter((name) => /^\d{4}-.+\.cypher$/.test(name)).sort();
  return Promise.all(
    names.map(async (name) => {
      const text = await readFile(join(folder, name), 'utf8');
      const bare = text.replace(/^\s*\/\/.*$/gm, '');
      const statements = bare
        .split(';')
        .map((s) => s.trim())
        .filter((s) => s.length > 0);
      return { name, checksum: createHash('sha256').update(text).digest('hex'), statements };
    }),
  );
}

/**
 * Applies what is new, one process at a time, and refuses a database whose applied migrations were edited since.
 * Schema and data cannot share a transaction, so each statement is repeatable by itself (IF NOT EXISTS, MERGE).
 */
export async function applyMigrations(settings: {
  uri: string;
  user: string;
  password: string;
}): Promise<string[]> {
  const driver = neo4j.driver(settings.uri, neo4j.auth.basic(settings.user, settings.password), {
    telemetryDisabled: true,
  });
  const applied: string[] = [];
  try {
    await driver.executeQuery(
      'CREATE CONSTRAINT migration_name IF NOT EXISTS FOR (m:Migration) REQUIRE m.name IS UNIQUE',
    );
    const { records } = await driver.executeQuery(
      'MATCH (m:Migration) RETURN m.name AS name, m.checksum AS checksum',
    );
    const known = new Map(records.map((r) => [r.get('name') as string, r.get('checksum') as string]));
    for (const migration of await readMigrations()) {
      const checksum = known.get(migration.name);
      if (checksum === migration.checksum) continue;
      if (checksum !== undefined)
        throw new Error(`migration ${migration.name} was changed after it was applied`);
      for (const text of migration.statements) await runAlone(driver, text);
      await driver.executeQuery('MERGE (m:Migration {name: $name}) SET m.checksum = $checksum', {
        ...migration,
      });
      applied.push(migration.name);
    }
    await driver.executeQuery('CALL db.awaitIndexes(60)');
  } finally {
    await driver.close();
  }
  return applied;
}

/** Without a transaction around it, so that a statement that changes very much may commit in steps. */
async function runAlone(driver: Driver, text: string): Promise<void> {
  const session = driver.session();
  try {
    await session.run(text);
  } finally {
    await session.close();
  }
}
