import type { Facade } from './facade.ts';

/** All façades; the server dispatches by their paths. */
export const FACADES: readonly Facade[] = [];
