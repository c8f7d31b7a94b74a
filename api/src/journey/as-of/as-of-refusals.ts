import { AsOfError } from '../../errors.ts';

const day = (at: number) => new Date(at).toISOString();

export function inFuture(at: number, now: number): AsOfError {
  return new AsOfError(
    'AS_OF_IN_FUTURE',
    `What will be known on ${day(at)} nobody knows yet: it is ${day(now)}.`,
    { from: null, to: day(now) },
  );
}

export function beforeService(at: number, began: string | null): AsOfError {
  const since = began === null ? 'Nothing was ever received.' : `The first message was received on ${began}.`;
  return new AsOfError('AS_OF_BEFORE_SERVICE', `Nothing was known on ${day(at)}. ${since}`, {
    from: began,
    to: null,
  });
}

export function notYetKnown(at: number, since: string | null): AsOfError {
  const first =
    since === null ? 'Nothing stands of it now.' : `The first message about it was received on ${since}.`;
  return new AsOfError('AS_OF_NOT_YET_KNOWN', `Nobody had told of it by ${day(at)}. ${first}`, {
    from: since,
    to: null,
  });
}

export function tooLarge(most: number): AsOfError {
  return new AsOfError(
    'AS_OF_TOO_LARGE',
    `More than ${most} numbers or statements hang together here: too many to look back at in one question.`,
    { from: null, to: null },
  );
}

export function someTooLarge(): AsOfError {
  return new AsOfError(
    'AS_OF_TOO_LARGE',
    'Some of the shipments that may be counted hang together with too much to be looked back at, so that nobody can say how many there were.',
    { from: null, to: null },
  );
}

export function tooManyToLookBackAt(most: number): AsOfError {
  return new AsOfError(
    'AS_OF_TOO_LARGE',
    `More than ${most} shipments would have to be looked back at. Ask by a whole number or of a watch list, or as of a later instant.`,
    { from: null, to: null },
  );
}
