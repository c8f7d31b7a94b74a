import { cookies } from 'next/headers';
import { type Density, DENSITY_COOKIE, densityOf } from './density.ts';

export async function loadDensity(): Promise<Density> {
  return densityOf((await cookies()).get(DENSITY_COOKIE)?.value);
}
