import neo4j, { type Driver, type ManagedTransaction } from 'neo4j-driver';
import { sendWithoutDelay } from 'graph-schema/cypher/no-delay';
import type { Statement } from 'graph-schema/cypher/statement';

/** One transaction's way to run named statements with their types. */
export interface Tx {
  run<P, R>(statement: Statement<P, R>, params: P): Promise<R[]>;
}

export interface Graph {
  write<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  read<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  verify(): Promise<void>;
  close(): Promise<void>;
}

/** A client that holds a lock and stops would block the others: every transaction has an end. */
const TRANSACTION_TIMEOUT_MS = 60_000;
/** Answers are read whole anyhow: no round trip for each thousand rows. */
const FETCH_ALL = -1;

export function connectGraph(settings: { uri: string; user: string; password: string }): Graph {
  sendWithoutDelay();
  const driver: Driver = neo4j.driver(settings.uri, neo4j.auth.basic(settings.user, settings.password), {
    disableLosslessIntegers: true,
    maxConnectionPoolSize: 20,
    connectionAcquisitionTimeout: 15_000,
    maxTransactionRetryTime: 30_000,
    telemetryDisabled: true,
  });
  const inTransaction = async <T>(mode: 'read' | 'write', work: (tx: Tx) => Promise<T>): Promise<T> => {
    const session = driver.session({
      defaultAccessMode: mode === 'read' ? neo4j.session.READ : neo4j.session.WRITE,
      fetchSize: FETCH_ALL,
    });
    try {
      const managed = (tx: ManagedTransaction) => work(typed(tx));
      const config = { timeout: TRANSACTION_TIMEOUT_MS };
      return await (mode === 'read'
        ? session.executeRead(managed, config)
        : session.executeWrite(managed, config));
    } finally {
      await session.close();
    }
  };
  return {
    write: (work) => inTransaction('write', work),
    read: (work) => inTransaction('read', work),
    async verify() {
      await driver.verifyConnectivity();
    },
    close: () => driver.close(),
  };
}

function typed(tx: ManagedTransaction): Tx {
  return {
    async run<P, R>(statement: Statement<P, R>, params: P): Promise<R[]> {
      const result = await tx.run(statement.text, params ?? {});
      return result.records.map((record) => record.toObject() as R);
    },
  };
}

/** Not the message's doing: the server is down, full, locked or lets us not in. The work is tried again later. */
const AWAY =
  /^(?:ServiceUnavailable|SessionExpired|Neo\.DatabaseError\.(?:General|Transaction)\..*|Neo\.ClientError\.(?:Security|Database)\..*)$/;

/** Neo4j is away or busy: the work is right and is tried again later. */
export function isTransient(error: unknown): boolean {
  if (!(error instanceof neo4j.Neo4jError)) return false;
  return (
    error.retriable || AWAY.test(error.code) || error.message.startsWith('Connection acquisition timed out')
  );
}

/** The server refuses this very content (a value too large for its index, a broken string), whoever brings it. */
export function isRefusal(error: unknown): boolean {
  if (!(error instanceof neo4j.Neo4jError)) return false;
  return (
    /^Neo\.ClientError\.(?:Statement|Schema|Request)\./.test(error.code) ||
    (error.code === 'Neo.DatabaseError.Statement.ExecutionFailed' &&
      error.message.includes('too large to index'))
  );
}

/** Somebody wrote the same new thing at the same moment: read again what is known, then write. */
export function isConflict(error: unknown): boolean {
  return (
    error instanceof neo4j.Neo4jError && error.code === 'Neo.ClientError.Schema.ConstraintValidationFailed'
  );
}

/** The transaction was larger than the server has room for: smaller ones may pass. */
export function isOutOfMemory(error: unknown): boolean {
  return error instanceof neo4j.Neo4jError && /MemoryPoolOutOfMemory|TransactionOutOfMemory/.test(error.code);
}
