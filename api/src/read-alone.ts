import neo4j, { type Driver, type Record as Neo4jRecord } from 'neo4j-driver';
import type { Statement } from 'graph-schema/cypher/statement';

/** A client that stops while it reads would hold on to its transaction: each has an end. */
export const TRANSACTION = { timeout: 10_000 };

export function rowsOf<R>({ records }: { readonly records: readonly Neo4jRecord[] }): R[] {
  return records.map((record) => record.toObject() as R);
}

/**
 * Runs one statement that reads. Alone it needs no transaction around it, which would be one more way to the server and back; where the
 * server cannot answer now, it is tried again in one, as the driver does.
 */
export async function readAlone<P, R>(driver: Driver, statement: Statement<P, R>, params: P): Promise<R[]> {
  const session = driver.session({ defaultAccessMode: neo4j.session.READ });
  const { text } = statement;
  try {
    return rowsOf<R>(await session.run(text, params ?? {}, TRANSACTION));
  } catch (error) {
    if (!neo4j.isRetryableError(error)) throw error;
    return rowsOf<R>(await session.executeRead((tx) => tx.run(text, params ?? {}), TRANSACTION));
  } finally {
    await session.close();
  }
}
