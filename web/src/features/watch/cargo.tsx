import { loadService } from '../live/load-service.ts';
import { ApiSilent } from '../shell/api-silent.tsx';
import { type Address, rowsOf } from '../shipments/list-address.ts';
import { loadDensity } from '../shipments/load-density.ts';
import { loadShipments } from '../shipments/load-shipments.ts';
import { CargoView } from './cargo-view.tsx';
import { cargoOf, ROWS } from './watch-address.ts';

interface CargoProps {
  readonly id: string;
  readonly address: Address;
}

/** The cargo of a list, as it is now. */
export async function Cargo({ id, address }: CargoProps) {
  const [answer, density, { now, clockRate }] = await Promise.all([
    loadShipments(cargoOf(id, address), rowsOf(address, ROWS)),
    loadDensity(),
    loadService(),
  ]);
  if (!answer.ok) return <ApiSilent />;
  const fetched = { at: now, clockRate };
  return (
    <CargoView list={id} address={address} shipments={answer.data} density={density} fetched={fetched} />
  );
}
