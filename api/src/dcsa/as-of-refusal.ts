import { AsOfError } from '../errors.ts';
import type { Refusal } from './query.ts';

/** Why nothing is answered as of that instant, with the code that GraphQL has for it; any other error goes on as it is. */
export function asOfRefusal(error: unknown): Refusal {
  if (!(error instanceof AsOfError)) throw error;
  return { reason: 'invalidParameter', message: `asOf: ${error.code}. ${error.message}` };
}
