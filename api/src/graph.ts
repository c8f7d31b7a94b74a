import neo4j, { type Driver, type Record as Neo4jRecord } from 'neo4j-driver';
import { sendWithoutDelay } from 'graph-schema/cypher/no-delay';
import type { Statement } from 'graph-schema/cypher/statement';

/** Read-only access to the graph: the API writes no cargo facts. */
export interface GraphReader {
  run<P, R>(statement: Statement<P, R>, params: P): Promise<R[]>;
  verify(): Promise<void>;
  close(): Promise<void>;
}

const TRANSACTION = { timeout: 10_000 };

export function connectGraphReader(settings: { uri: string; user: string; password: string }): GraphReader {
  sendWithoutDelay();
  const driver: Driver = neo4j.driver(settings.uri, neo4j.auth.basic(settings.user, settings.password), {
    disableLosslessIntegers: true,
    maxConnectionPoolSize: 50,
    connectionAcquisitionTimeout: 10_000,
    telemetryDisabled: true,
  });
  return {
    async run<P, R>(statement: Statement<P, R>, params: P): Promise<R[]> {
      const session = driver.session({ defaultAccessMode: neo4j.session.READ });
      const rows = ({ records }: { records: Neo4jRecord[] }) =>
        records.map((record) => record.toObject() as R);
      try {
        // A statement alone needs no transaction around it, which would be one more way to the server and back.
        return rows(await session.run(statement.text, params ?? {}, TRANSACTION));
      } catch (error) {
        if (!neo4j.isRetryableError(error)) throw error;
        return rows(await session.executeRead((tx) => tx.run(statement.text, params ?? {}), TRANSACTION));
      } finally {
        await session.close();
      }
    },
    async verify() {
      await driver.verifyConnectivity();
    },
    close: () => driver.close(),
  };
}
