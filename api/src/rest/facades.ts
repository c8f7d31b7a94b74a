import { dcsaTrackAndTrace2 } from '../dcsa/facade.ts';
import { asyncApiFacade } from '../feed/async-api-facade.ts';
import { epcisQueries } from '../epcis/facade.ts';
import { exportFacade } from '../search/export/export-facade.ts';
import type { Facade } from './facade.ts';

/** All façades; the server dispatches by their paths. */
export const FACADES: readonly Facade[] = [dcsaTrackAndTrace2, epcisQueries, exportFacade, asyncApiFacade];
