import type { Viewer } from '../account/account.graphql.ts';
import { isPerson } from '../account/is-person.ts';
import type { PortRun } from './ports.graphql.ts';

/** What the address of the list of shipments asks for. */
export type ListQuery = Readonly<Record<string, string>>;

/** What leads to the list of a run's shipments; null: nothing does, for whoever looks or of this run. */
export type ListOfRun = (run: Pick<PortRun, 'transport'>) => ListQuery | null;

/** Keys whose holder is listed nothing that they open (api/README.md, "Who may see what", 6). */
const UNLISTED = /^(?:PORT|FACILITY):/;

/** Whether the list has all that whoever looks sees at a port: a count that led to fewer would be worse than one that leads nowhere. */
export function hasList(viewer: Pick<Viewer, 'kind' | 'seesAll' | 'keys'> | null): boolean {
  if (viewer === null || !isPerson(viewer)) return false;
  return viewer.seesAll || !viewer.keys.some((key) => UNLISTED.test(key));
}

/** Shipments aboard a run that go by a port. A ship is asked for by IMO number where one is told, since names are not unique; a voyage alone may be any ship's. */
export function listOfRun(port: string, { transport }: Pick<PortRun, 'transport'>): ListQuery | null {
  const { name, vesselImo, voyage, train, departureDate } = transport;
  const vessel = vesselImo ?? name;
  if (vessel) return { port, vessel, ...(voyage ? { voyage } : null) };
  if (train) return { port, train: departureDate ? `${train}@${departureDate}` : train };
  return null;
}
