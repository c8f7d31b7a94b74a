/** A named Cypher statement with typed parameters and rows. Text is never spliced: parameters only. */
export interface Statement<Params, Row> {
  readonly name: string;
  readonly text: string;
  /** Phantom fields: they carry the types, they hold nothing. */
  readonly params?: Params;
  readonly row?: Row;
}

export function statement<Params, Row = never>(name: string, text: string): Statement<Params, Row> {
  return { name, text };
}

/** Whoever runs statements: a session of its own, or a transaction. */
export interface Asks {
  run<P, R>(statement: Statement<P, R>, params: P): Promise<R[]>;
}
