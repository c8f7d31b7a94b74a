import { placeRef } from 'graph-schema/domain/claim';
import type { EventCode } from 'graph-schema/domain/event-code';
import type { ResolvedPlace } from 'graph-schema/domain/resolve-place';
import type { EventTime, TrackingEvent, TransportRef } from 'graph-schema/domain/tracking-event';
import type { CustomsScope } from '../../claims/cn-customs/customs-scope.ts';
import { customsTime } from '../../claims/cn-customs/customs-time.ts';
import { readLocation } from '../../claims/cn-customs/location.ts';
import type { NamedRecord } from '../../claims/cn-ports/named-fields.ts';

export interface ReportHead {
  readonly type: string;
  /** IN, OUT, SHIFT, STAY or CANCEL; empty for a type that nobody knows. */
  readonly tells: string;
  readonly isForecast: boolean;
  readonly sent: EventTime;
}

type Told = Pick<
  TrackingEvent,
  'code' | 'classifier' | 'time' | 'place' | 'transport' | 'reason' | 'rawCode'
>;

/** What a report tells, by field: the time that it is about, and the port where. */
const STEPS: Readonly<
  Record<string, { readonly code: EventCode; readonly time: string; readonly port: string }>
> = {
  IN: { code: 'ARRIVED', time: 'arrival', port: 'toPort' },
  OUT: { code: 'DEPARTED', time: 'departure', port: 'fromPort' },
  SHIFT: { code: 'BERTHED', time: 'shift', port: 'port' },
  STAY: { code: 'ARRIVED', time: 'arrival', port: 'port' },
};

/** The claims of one report. A confirmed time that lies after the report itself is an expectation all the same. */
export function readCall(
  record: NamedRecord,
  transport: TransportRef,
  head: ReportHead,
  at: CustomsScope,
): Told[] {
  const { type, tells, isForecast, sent } = head;
  const shared = { transport, rawCode: type } as const;
  const step = STEPS[tells];
  if (!step) {
    const code = tells === 'CANCEL' ? 'RUN_CANCELLED' : 'UNMAPPED';
    const place = portOf(record, 'port', transport, at) ?? portOf(record, 'fromPort', transport, at);
    return [
      {
        ...shared,
        code,
        classifier: 'ACTUAL',
        time: sent,
        place: placed(place, record),
        reason: reasonOf(record),
      },
    ];
  }
  const port =
    portOf(record, step.port, transport, at) ??
    portOf(record, 'port', transport, at) ??
    portOf(record, 'toPort', transport, at);
  const written = record.text(step.time);
  const time = written === null ? null : customsTime(written, port?.place ?? null);
  if (!time) {
    at.findings.add(
      written === null ? 'MISSING_FIELD' : 'BAD_TIME',
      'ERROR',
      `${at.at}/${step.time}`,
      written,
      at.span,
    );
    return [];
  }
  const isPast = !isForecast && time.instant <= sent.instant;
  const place = placed(port, record);
  const call: Told = {
    ...shared,
    code: step.code,
    classifier: isPast ? 'ACTUAL' : 'ESTIMATED',
    time,
    place,
    reason: tells === 'STAY' ? null : reasonOf(record),
  };
  const why = reasonOf(record);
  if (tells !== 'STAY' || why === null) return [call];
  return [call, { ...shared, code: 'DELAYED', classifier: 'ACTUAL', time: sent, place, reason: why }];
}

function portOf(
  record: NamedRecord,
  field: string,
  { mode }: TransportRef,
  at: CustomsScope,
): ResolvedPlace | null {
  const written = record.text(field);
  return written === null ? null : readLocation(written, mode, at);
}

/** Berth or stand within the port. */
function placed(port: ResolvedPlace | null, record: NamedRecord): TrackingEvent['place'] {
  const berth = record.text('berth');
  if (berth === null) return port?.ref ?? null;
  const facility = { scheme: 'LOCAL', code: berth.toUpperCase() } as const;
  return port ? { ...port.ref, facility: port.ref.facility ?? facility } : placeRef({ facility, raw: berth });
}

function reasonOf(record: NamedRecord): TrackingEvent['reason'] {
  const text = [record.text('reason'), record.text('remark')].filter((part) => part !== null).join(' ');
  return text === '' ? null : { scheme: null, code: null, text };
}
