// Makes the tables of graph-schema/data that come from registry packages. Run it again for newer packages, and read the diff.
import { buildAirports } from './airports.ts';
import { buildHolidays } from './holidays.ts';
import { buildPorts } from './ports.ts';
import { buildUnLocode } from './un-locode.ts';

const names = buildUnLocode();
const ports = buildPorts(names);
buildAirports(names, ports);
buildHolidays();
