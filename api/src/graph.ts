import neo4j, { type Driver } from 'neo4j-driver';
import { sendWithoutDelay } from 'graph-schema/cypher/no-delay';
import type { Statement } from 'graph-schema/cypher/statement';

/** Read-only access to the graph: the API writes no cargo facts. */
export interface GraphReader {
  run<P, R>(statement: Statement<P, R>, params: P): Promise<R[]>;
  verify(): Promise<void>;
  close(): Promise<void>;
}

const TRANSACTION_TIMEOUT_MS = 10_000;

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
      try {
        return await session.executeRead(
          async (tx) => {
            const result = await tx.run(statement.text, params ?? {});
            return result.records.map((record) => record.toObject() as R);
          },
          { timeout: TRANSACTION_TIMEOUT_MS },
        );
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
