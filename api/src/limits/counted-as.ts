import { createHash } from 'node:crypto';
import { credentialsOf } from '../access/credentials.ts';

/** The name that requests with a key are counted by, however the header is written and whatever it comes over. */
export function countedAs(authorization: string): string {
  const { bearer } = credentialsOf(authorization, null);
  return createHash('sha256')
    .update(bearer ?? authorization)
    .digest('base64');
}
