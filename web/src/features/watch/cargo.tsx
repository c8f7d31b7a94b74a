import { loadService } from '../live/load-service.ts';
import { ApiSilent } from '../shell/api-silent.tsx';
import type { Address } from '../shipments/list-address.ts';
import { loadDensity } from '../shipments/load-density.ts';
import { loadShipments } from '../shipments/load-shipments.ts';
import { CargoView } from './cargo-view.tsx';
import { cargoOf } from './watch-address.ts';

/** On a page: what a firm follows in a week. */
const ROWS = 100;

interface CargoProps {
  readonly id: string;
  readonly address: Address;
}

/** The cargo of a list, as it is now. */
export async function Cargo({ id, address }: CargoProps) {
  const [answer, density, { now, clockRate }] = await Promise.all([
    loadShipments(cargoOf(id, address), ROWS),
    loadDensity(),
    loadService(),
  ]);
  if (!answer.ok) return <ApiSilent />;
  const fetched = { at: now, clockRate };
  return (
    <CargoView list={id} address={address} shipments={answer.data} density={density} fetched={fetched} />
  );
}
