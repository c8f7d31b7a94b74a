import type { ResolvedPlace } from 'graph-schema/domain/resolve-place';
import type { EventTime } from 'graph-schema/domain/tracking-event';
import type { JtMessage } from '../../syntax/jt-flat/message.ts';
import { createdTime, type JtContext } from './interpret-jt.ts';

/** The gate, quay or yard of the sender: these files name no place, the profile's aliases say in which port it stands. */
export function senderPlace({ header, at }: JtMessage, context: JtContext): ResolvedPlace | null {
  const sender = context.layout.read(header, 'sender');
  if (sender === null) return null;
  const facility = { scheme: 'LOCAL', code: sender.toUpperCase() } as const;
  return context.placesAndTimes.place(sender, facility, { at, span: header });
}

/** When the file was made, by the clock of its sender: the time of the papers in it. Null with a finding without one. */
export function fileTime(message: JtMessage, context: JtContext): EventTime | null {
  const { header, at } = message;
  const { layout, findings, isZoneAssumed } = context;
  const written = layout.read(header, 'created');
  const time = createdTime(message, context);
  if (!time)
    findings.add(written === null ? 'MISSING_FIELD' : 'BAD_TIME', 'ERROR', `${at}/00`, written, header);
  else if (isZoneAssumed && time.zoneSource === 'SENDER_DEFAULT')
    findings.addOnce('UNKNOWN_ZONE', 'WARNING', `${at}/00`, layout.read(header, 'sender'), header);
  return time;
}
