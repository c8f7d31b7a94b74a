import { ship } from '../../../src/testing/journey-story.ts';

// One box under one bill, and the two ships that it may take from Ningbo.
export const bill = 'MASTER_BILL:COSU6400000090';
export const box = 'CSQU3054383';
export const kapok = ship('KAPOK', '114S', '9074729');
export const meridian = ship('MERIDIAN', '012W', '9321483');
/** What terminals and carriers say of the full box. */
export const full = { box, load: 'FULL', paper: bill } as const;
