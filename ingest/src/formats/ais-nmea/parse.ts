import { parseImo } from 'graph-schema/codes/imo';
import type { Interpretation, IssueCode, IssueSeverity } from 'graph-schema/domain/message';
import type { PositionReport, VesselStatic } from 'graph-schema/domain/position';
import { latin1 } from '../../syntax/charset.ts';
import { collectFindings } from '../../syntax/findings.ts';
import { PayloadScanner, type PayloadUnit } from '../../syntax/nmea/payload-scanner.ts';
import { unsigned } from '../../syntax/nmea/six-bit.ts';
import { interpretation, UnitTally } from '../../syntax/units.ts';
import type { ReadContext } from '../message-format.ts';
import { heardMessages } from './heard.ts';
import { instantWriter, secondBefore } from './instant.ts';
import { LONG_RANGE, POSITION_LAYOUTS, STATIC_A, STATIC_B } from './layouts.ts';
import { otherSentences } from './other-sentences.ts';
import { newFix, readFix, readLongRange } from './position.ts';
import { readStatic24, readStaticA, readStaticB } from './statics.ts';

/** What is known of a ship by now in this raw message. */
interface Vessel {
  readonly subject: string;
  vesselImo: string | null;
  vesselName: string | null;
  callSign: string | null;
  destination: string | null;
}

/** What one message gave; `BAD` has raised an issue or will. */
type Outcome = 'POSITION' | 'NOTHING' | 'BAD_SYNTAX' | 'BAD_IDENTIFIER';

const LAST_TYPE = 27;
/** A stream may have tens of thousands of bad lines: after this many, one summary per code. */
const MOST_ISSUES = 100;
const LONGEST_QUOTE = 200;

/** The grammar is in `syntax/nmea/`, the bit layouts (ITU-R M.1371-5) in `layouts.ts`. A unit is one sentence. */
export function readAis(bytes: Uint8Array, context: ReadContext): Interpretation {
  const positions: PositionReport[] = [];
  const statics: VesselStatic[] = [];
  const findings = collectFindings(MOST_ISSUES);
  const tally = new UnitTally();
  const vessels = new Map<number, Vessel>();
  const clock = instantWriter();
  const heard = heardMessages();
  const received = Math.floor(Date.parse(context.receivedAt) / 1000);
  const fix = newFix();
  const others = otherSentences();
  const scanner = new PayloadScanner();
  let units = 0;

  const report = (code: IssueCode, severity: IssueSeverity, at: number, start: number, end: number): void => {
    const text = latin1(bytes.subarray(start, Math.min(end, start + LONGEST_QUOTE)));
    findings.add(code, severity, `line ${at}`, text.replace(/[^ -~]/g, '\ufffd') || null, { start, end });
  };
  const vesselOf = (mmsi: number): Vessel => {
    let vessel = vessels.get(mmsi);
    if (!vessel) {
      vessel = {
        subject: `MMSI:${mmsi}`,
        vesselImo: null,
        vesselName: null,
        callSign: null,
        destination: null,
      };
      vessels.set(mmsi, vessel);
    }
    return vessel;
  };

  const describe = (mmsi: number, at: number, said: Omit<VesselStatic, 'subject' | 'at'>): void => {
    const vessel = vesselOf(mmsi);
    vessel.vesselImo = said.vesselImo ?? vessel.vesselImo;
    vessel.vesselName = said.vesselName ?? vessel.vesselName;
    vessel.callSign = said.callSign ?? vessel.callSign;
    vessel.destination = said.destination ?? vessel.destination;
    statics.push({ subject: vessel.subject, at: clock.write(at), ...said });
  };

  /** Reads a message; `seconds` is when a station says that it heard it. */
  const take = ({ bits, seconds }: PayloadUnit): Outcome => {
    if (bits.length < 38) return 'BAD_SYNTAX';
    const type = unsigned(bits, 0, 6);
    const layout = POSITION_LAYOUTS[type] ?? null;
    const isStatic = type === 5 || type === 24;
    if (!layout && type !== LAST_TYPE && !isStatic)
      return type === 0 || type > LAST_TYPE ? 'BAD_SYNTAX' : 'NOTHING';
    const mmsi = unsigned(bits, 8, 30);
    if (!isMobile(mmsi)) return 'BAD_IDENTIFIER';
    if (heard.isRepeat(bits, seconds)) return 'NOTHING';
    if (isStatic) {
      if (type === 5 && bits.length < STATIC_A.bits) return 'BAD_SYNTAX';
      const said = type === 5 ? readStaticA(bits, imoOf) : readStatic24(bits, mmsi);
      if (!said) return 'BAD_SYNTAX';
      describe(mmsi, seconds ?? received, said);
      return 'NOTHING';
    }
    if (bits.length < (layout ? layout.bits : LONG_RANGE.bits)) return 'BAD_SYNTAX';
    const result = layout ? readFix(bits, layout, fix) : readLongRange(bits, fix);
    if (result === 'BAD') return 'BAD_SYNTAX';
    const at = seconds ?? secondBefore(received, fix.second);
    if (type === 19 && bits.length >= STATIC_B.bits) describe(mmsi, at, readStaticB(bits));
    if (result === 'NONE') return 'NOTHING';
    const vessel = vesselOf(mmsi);
    positions.push({
      subject: vessel.subject,
      at: clock.write(at),
      latitude: fix.latitude,
      longitude: fix.longitude,
      speedKnots: fix.speedKnots,
      courseDegrees: fix.courseDegrees,
      headingDegrees: fix.headingDegrees,
      accuracyMetres: fix.accuracyMetres,
      navigationStatus: fix.navigationStatus,
      vesselImo: vessel.vesselImo,
      vesselName: vessel.vesselName,
      callSign: vessel.callSign,
      destination: vessel.destination,
    });
    return 'POSITION';
  };

  const settle = (outcome: Outcome, { sentences, line, start, end }: PayloadUnit): void => {
    if (outcome === 'POSITION') tally.withPositions();
    else if (outcome !== 'NOTHING') {
      tally.withIssuesOnly(sentences);
      report(outcome, outcome === 'BAD_IDENTIFIER' ? 'WARNING' : 'ERROR', line, start, end);
    }
  };

  const takeUnit = (unit: PayloadUnit): void => {
    const { kind, fault, line, start, end } = unit;
    if (kind !== 'LOST' && kind !== 'DOUBTFUL') units += 1;
    if (kind === 'PAYLOAD') settle(take(unit), unit);
    else if (kind === 'OTHER') others.add(bytes, unit);
    else if (kind === 'FAULT' || kind === 'LOST' || kind === 'DOUBTFUL') {
      if (kind !== 'DOUBTFUL') tally.withIssuesOnly();
      report(fault, kind === 'FAULT' ? 'ERROR' : 'WARNING', line, start, end);
    }
  };
  // As `scanWhole`, without one more generator between: tens of thousands of sentences pass here in a second.
  for (const unit of scanner.push(bytes)) takeUnit(unit);
  for (const unit of scanner.end()) takeUnit(unit);
  if (!scanner.hasAis) {
    tally.withIssuesOnly(others.count);
    for (const { address, line, start, end } of others.kinds)
      findings.addOnce('MESSAGE_NOT_MAPPED', 'ERROR', `line ${line}`, address, { start, end });
  }
  if (units === 0) report('EMPTY_MESSAGE', 'ERROR', 1, 0, bytes.length);

  tally.withoutContent(units - tally.counts.units);
  return interpretation({ positions, statics }, findings, tally);
}

/**
 * Station identities that move (ITU-R M.585): ships 2–7, handhelds 8, search aircraft 111, distress beacons 970–974,
 * craft of a mother ship 98. Coast stations, groups and aids to navigation send other types; 0 and 1193046 are what an
 * unconfigured transponder sends.
 */
function isMobile(mmsi: number): boolean {
  if (mmsi >= 200_000_000 && mmsi < 900_000_000) return true;
  if (mmsi >= 980_000_000 && mmsi < 990_000_000) return true;
  const first3 = Math.floor(mmsi / 1e6);
  return first3 === 111 || (first3 >= 970 && first3 <= 974);
}

function imoOf(digits: string): string | null {
  const imo = parseImo(digits);
  return imo.ok ? imo.value : null;
}
