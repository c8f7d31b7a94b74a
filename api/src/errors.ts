/** A code can only be given a meaning that something reads. */
export class UnknownMeaningError extends Error {
  readonly code = 'UNKNOWN_MEANING';

  constructor(meaning: string) {
    super(`${meaning} is no event code, and no other value that the list uses.`);
    this.name = 'UnknownMeaningError';
  }
}

/** An answer that a client can act on: part of the schema, as opposed to a failure of the service, which is masked. */
export class NotFoundError extends Error {
  readonly code = 'NOT_FOUND';

  constructor(what: string) {
    super(`${what} does not exist, or nothing stands of it any more.`);
    this.name = 'NotFoundError';
  }
}
