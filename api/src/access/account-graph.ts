import neo4j, { type Driver, type ManagedTransaction } from 'neo4j-driver';
import { sendWithoutDelay } from 'graph-schema/cypher/no-delay';
import type { Statement } from 'graph-schema/cypher/statement';
import { readAlone, rowsOf, TRANSACTION } from '../read-alone.ts';

/** Accounts in the graph: the only part of it that the API writes. */
export interface AccountGraph {
  read<P, R>(statement: Statement<P, R>, params: P): Promise<R[]>;
  /** All in one transaction: what was done, and that it was, stand together or not at all. */
  write<T>(work: (run: Run) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export type Run = <P, R>(statement: Statement<P, R>, params: P) => Promise<R[]>;

export function connectAccountGraph(settings: { uri: string; user: string; password: string }): AccountGraph {
  sendWithoutDelay();
  const driver: Driver = neo4j.driver(settings.uri, neo4j.auth.basic(settings.user, settings.password), {
    disableLosslessIntegers: true,
    maxConnectionPoolSize: 10,
    connectionAcquisitionTimeout: 10_000,
    telemetryDisabled: true,
  });
  return {
    read: (statement, params) => readAlone(driver, statement, params),
    async write(work) {
      const session = driver.session({ defaultAccessMode: neo4j.session.WRITE });
      try {
        return await session.executeWrite((tx) => work(runIn(tx)), TRANSACTION);
      } finally {
        await session.close();
      }
    },
    close: () => driver.close(),
  };
}

function runIn(tx: ManagedTransaction): Run {
  return async <P, R>(statement: Statement<P, R>, params: P) =>
    rowsOf<R>(await tx.run(statement.text, params ?? {}));
}
