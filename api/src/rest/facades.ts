import { dcsaTrackAndTrace2 } from '../dcsa/facade.ts';
import { dcsaTrackAndTrace3 } from '../dcsa/v3/facade.ts';
import { asyncApiFacade } from '../feed/async-api-facade.ts';
import { ediFacade } from '../edifact/facade.ts';
import { epcisQueries } from '../epcis/facade.ts';
import { exportFacade } from '../search/export/export-facade.ts';
import type { Facade } from './facade.ts';

/** All façades; the server dispatches by their paths. */
export const FACADES: readonly Facade[] = [
  dcsaTrackAndTrace2,
  dcsaTrackAndTrace3,
  epcisQueries,
  ediFacade,
  exportFacade,
  asyncApiFacade,
];
