import { cache } from 'react';

/** Wall clock of the server, epoch milliseconds: the same for a whole request. What ends, ends by it. */
export const wallNow = cache(() => Date.now());
