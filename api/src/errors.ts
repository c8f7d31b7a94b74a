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

/** Why an account cannot be so. */
export type AccountProblem = 'NOT_FOUND' | 'LOGIN_TAKEN' | 'BAD_PASSWORD' | 'BAD_KEY';

export class AccountError extends Error {
  readonly code: AccountProblem;

  constructor(code: AccountProblem, message: string) {
    super(message);
    this.name = 'AccountError';
    this.code = code;
  }
}

/** Why a webhook cannot be so. */
export class WebhookError extends Error {
  readonly code: 'REFUSED_URL' | 'TOO_MUCH' | 'OTHER_FORM' | 'NO_SUCH_LIST' | 'BAD_NUMBER' | 'UNKNOWN_CODE';
  /** What of it is wrong, as it was given; null: no one value. */
  readonly value: string | null;

  constructor(code: WebhookError['code'], message: string, value: string | null = null) {
    super(message);
    this.name = 'WebhookError';
    this.code = code;
    this.value = value;
  }
}

/** Why a watch list cannot be so. */
export class WatchListError extends Error {
  readonly code: 'NAME_TAKEN' | 'BAD_NAME' | 'OWN_LIST' | 'TOO_MUCH';

  constructor(code: WatchListError['code'], message: string) {
    super(message);
    this.name = 'WatchListError';
    this.code = code;
  }
}

/** Why an alert rule, or where it tells, cannot be so. */
export class AlertError extends Error {
  readonly code:
    | 'NO_ADDRESS'
    | 'BAD_ADDRESS'
    | 'BAD_NAME'
    | 'BAD_HOURS'
    | 'NOTHING_ASKED'
    | 'NO_SUCH_LIST'
    | 'REFUSED_ENDPOINT'
    | 'BAD_DEVICE'
    | 'BAD_NUMBER'
    | 'UNKNOWN_CODE'
    | 'TOO_MUCH';
  /** What of it is wrong, as it was given; null: no one value. */
  readonly value: string | null;

  constructor(code: AlertError['code'], message: string, value: string | null = null) {
    super(message);
    this.name = 'AlertError';
    this.code = code;
    this.value = value;
  }
}

/** Why a saved view cannot be so. */
export class SavedViewError extends Error {
  readonly code: 'BAD_NAME' | 'TOO_MUCH';

  constructor(code: SavedViewError['code'], message: string) {
    super(message);
    this.name = 'SavedViewError';
    this.code = code;
  }
}

/** One answer to all that can be wrong with it: whoever guesses learns nothing. */
export class SignInError extends Error {
  readonly code = 'SIGN_IN_FAILED';

  constructor() {
    super('No such login, not its password, or tried too often: wait a minute.');
    this.name = 'SignInError';
  }
}

/** Why nothing can be answered as of an instant. */
const AS_OF_PROBLEMS = [
  'AS_OF_IN_FUTURE',
  'AS_OF_BEFORE_SERVICE',
  'AS_OF_NOT_YET_KNOWN',
  'AS_OF_TOO_LARGE',
] as const;

/** An instant as of which nothing can be answered, and the nearest ones, UTC, as of which something can. */
export class AsOfError extends Error {
  readonly code: (typeof AS_OF_PROBLEMS)[number];
  readonly from: string | null;
  readonly to: string | null;

  constructor(
    code: AsOfError['code'],
    message: string,
    { from, to }: { readonly from: string | null; readonly to: string | null },
  ) {
    super(message);
    this.name = 'AsOfError';
    this.code = code;
    this.from = from;
    this.to = to;
  }
}
