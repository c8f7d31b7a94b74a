import { parseImo } from 'graph-schema/codes/imo';
import { compactBounded } from 'graph-schema/codes/outcome';
import { transport } from 'graph-schema/domain/claim';
import type { TransportMode, TransportRef } from 'graph-schema/domain/tracking-event';
import { loadCodeList } from 'graph-schema/reference/code-list';
import type { ClaimContext, Where } from '../../claims/claim-context.ts';
import type { XmlElement } from '../../syntax/xml.ts';
import { named, parts, valueOf } from './names.ts';

const MODES = loadCodeList('uncefact-mmt/modes-rec-19');

/** What a movement runs on: mode by Recommendation 19; ship by IMO number, truck by plate; its id is voyage, train or flight. */
export function meansOf(movement: XmlElement, where: Where, { findings }: ClaimContext): TransportRef | null {
  const code = valueOf(named(movement, 'modecode'));
  const row = code === null ? null : MODES.find(code);
  if (code !== null && !row) findings.unmapped(MODES, code, `${where.at}/ModeCode`, where.span);
  const mode = (row?.canonical ?? null) as TransportMode | null;
  if (!mode) return null;
  const means = parts(movement, 'transportmeans')[0] ?? parts(movement, 'transportmean')[0] ?? null;
  const id = valueOf(named(means, 'id'));
  const name = valueOf(named(means, 'name'));
  const run = valueOf(named(movement, 'id'));
  const number = run === null ? null : compactBounded(run).slice(0, 64);
  const isShip = mode === 'VESSEL' || mode === 'BARGE';
  const imo = isShip && id !== null ? parseImo(id) : null;
  if (imo && !imo.ok && imo.problem === 'BAD_CHECK_DIGIT')
    findings.addOnce(imo.problem, 'WARNING', `${where.at}/TransportMeans/ID`, id, where.span);
  return transport({
    mode,
    vesselImo: imo?.ok ? imo.value : null,
    vesselName: isShip && name !== null ? name.toUpperCase().slice(0, 100) : null,
    voyage: isShip ? number : null,
    train: mode === 'RAIL' ? number : null,
    flight: mode === 'AIR' ? number : null,
    plate: mode === 'TRUCK' && id !== null ? compactBounded(id).slice(0, 64) : null,
  });
}
