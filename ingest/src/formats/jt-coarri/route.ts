import type { ResolvedPlace } from 'graph-schema/domain/resolve-place';
import { listDetails, type JtBoxGroup } from '../../claims/jt-files/box-groups.ts';
import type { JtContext } from '../../claims/jt-files/interpret-jt.ts';
import type { JtMessage } from '../../syntax/jt-flat/message.ts';

/** Record 52: ports of the box and its weight. */
export interface JtRoute {
  readonly from: ResolvedPlace | null;
  readonly to: ResolvedPlace | null;
  readonly fromCode: string | null;
  readonly toCode: string | null;
  readonly grossKg: string | null;
}

/** Some senders write each port as code and name; such a record has seven fields or more. */
const FIELDS_IN_PAIRS = 7;

export function readRoute(group: JtBoxGroup, { layout, placesAndTimes }: JtContext): JtRoute {
  const record = listDetails(group, '52')[0] ?? null;
  const variant = record && record.fields.length >= FIELDS_IN_PAIRS ? 'PAIRS' : '';
  const portOf = (code: string | null): ResolvedPlace | null =>
    code === null || !record
      ? null
      : placesAndTimes.place(code, null, { at: `${group.at}/52`, span: record });
  const fromCode = layout.read(record, 'pol', variant);
  const toCode = layout.read(record, 'pod', variant);
  return {
    from: portOf(fromCode),
    to: portOf(toCode),
    fromCode,
    toCode,
    grossKg: layout.read(record, 'grossKg', variant),
  };
}

/**
 * The quay is the sender's. Where the sender's profile does not say in which port that is, it is the port of loading
 * of a box that was loaded and the port of discharge of one that was discharged.
 */
export function quayOf(
  movement: 'LOADED' | 'DISCHARGED' | 'RESTOWED' | null,
  route: JtRoute | null,
  { header, at }: JtMessage,
  { layout, placesAndTimes, source }: JtContext,
): ResolvedPlace | null {
  const sender = layout.read(header, 'sender')?.toUpperCase() ?? null;
  const isKnown = sender !== null && source.placeAliases[sender] !== undefined;
  const port = movement === 'LOADED' ? route?.fromCode : movement === 'DISCHARGED' ? route?.toCode : null;
  const code = isKnown ? sender : (port ?? sender);
  const facility = sender === null ? null : ({ scheme: 'LOCAL', code: sender } as const);
  return code === null ? null : placesAndTimes.place(code, facility, { at, span: header });
}
