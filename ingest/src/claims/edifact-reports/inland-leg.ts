import { parseTruckPlate } from 'graph-schema/codes/truck-plate';
import { compactNumber } from 'graph-schema/codes/parsed';
import { transport } from 'graph-schema/domain/claim';
import type { TransportRef } from 'graph-schema/domain/tracking-event';
import type { ReportContext } from './interpret-reports.ts';
import type { BoxGroup, EdifactReport } from './report.ts';
import type { FindSegment } from '../edifact/segments.ts';
import { readTransport } from '../edifact/transport.ts';
import { readVessel } from '../ports/vessel.ts';
import type { EdifactSegment } from '../../syntax/edifact/segment.ts';

/** TDT 8051: inland, pre-carriage, on-carriage. */
const INLAND = ['1', '10', '30'];

/**
 * What brought the box to the gate or took it away. The sea leg (`TDT+20`) is not it: a box at the gate is not aboard.
 * Null when the report does not say by which mode.
 */
export function readInlandLeg(
  group: BoxGroup,
  report: EdifactReport,
  context: ReportContext,
): TransportRef | null {
  const segment = findLeg(group.find) ?? findLeg(report.findInHeader);
  if (!segment) return null;
  const leg = readTransport(segment, `${group.at}/TDT`, context.findings);
  switch (leg.mode) {
    case 'TRUCK': {
      const plate = parseTruckPlate(leg.identity ?? leg.name ?? leg.reference ?? '');
      return transport({ mode: 'TRUCK', plate: plate.ok ? plate.value : null });
    }
    case 'RAIL':
      return transport({
        mode: 'RAIL',
        train: leg.reference === null ? null : compactNumber(leg.reference),
        wagon: leg.identity === null ? null : compactNumber(leg.identity),
      });
    case 'BARGE':
    case 'VESSEL': {
      const isCallSign = leg.identityList === '103';
      const { identity, name, reference: voyage } = leg;
      const written = { mode: 'BARGE', identity, isCallSign, name, voyage } as const;
      return (
        readVessel(written, { at: `${group.at}/TDT`, span: segment }, context) ?? transport({ mode: 'BARGE' })
      );
    }
    default:
      return null;
  }
}

function findLeg(find: FindSegment): EdifactSegment | null {
  for (const stage of INLAND) {
    const segment = find('TDT', stage);
    if (segment) return segment;
  }
  return null;
}
