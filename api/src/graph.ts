import neo4j, { type Driver } from 'neo4j-driver';
import { sendWithoutDelay } from 'graph-schema/cypher/no-delay';
import type { Statement } from 'graph-schema/cypher/statement';
import { readAlone } from './read-alone.ts';

/** Read-only access to the graph: the API writes no cargo facts. */
export interface GraphReader {
  run<P, R>(statement: Statement<P, R>, params: P): Promise<R[]>;
  verify(): Promise<void>;
  close(): Promise<void>;
}

export function connectGraphReader(settings: { uri: string; user: string; password: string }): GraphReader {
  sendWithoutDelay();
  const driver: Driver = neo4j.driver(settings.uri, neo4j.auth.basic(settings.user, settings.password), {
    disableLosslessIntegers: true,
    maxConnectionPoolSize: 50,
    connectionAcquisitionTimeout: 10_000,
    telemetryDisabled: true,
  });
  return {
    run: (statement, params) => readAlone(driver, statement, params),
    async verify() {
      await driver.verifyConnectivity();
    },
    close: () => driver.close(),
  };
}
