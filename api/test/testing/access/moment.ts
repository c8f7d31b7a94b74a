import { ANCHOR } from '../sample-system.ts';

/** The instant at which all is asked, epoch milliseconds. */
export const NOW = Date.parse(ANCHOR);
/** Before anything was said. */
export const BEGINNING = '2020-01-01T00:00:00Z';
/** What a run that failed is asked again with. */
export const SEED = Number(process.env['ACCESS_SEED'] ?? Math.floor(Math.random() * 1e9));
/** How long a world takes to begin, and a subject to be asked of everybody, on a busy machine. */
export const START_MS = 400_000;
export const ASKED_MS = 300_000;
