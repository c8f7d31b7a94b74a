import type { IssueCode, IssueSeverity, ReadMessage } from 'graph-schema/domain/message';
import { resolveAirport, type ResolvedPlace } from 'graph-schema/domain/resolve-place';
import type { Attested, TrackingEvent } from 'graph-schema/domain/tracking-event';
import type { ReadContext } from '../../formats/message-format.ts';
import type { CargoImpLine, CargoImpMessage } from '../../syntax/cargo-imp.ts';
import { telexSentAt } from '../../syntax/cargo-imp/telex.ts';
import type { Findings } from '../../syntax/findings.ts';
import type { UnitTally } from '../../syntax/units.ts';
import { versionOf } from '../message-action.ts';

/** What one file of telexes gave so far. */
export interface TelexFile {
  readonly context: ReadContext;
  readonly findings: Findings;
  readonly tally: UnitTally;
}

/** One message of it: when and under which name it was sent, and where its findings go. */
export interface TelexScope extends TelexFile {
  /** By the telex header, UTC; null without one. */
  readonly sentAt: string | null;
  /** Reference of the envelope, or origin and time of the telex header. */
  readonly reference: string | null;
  readonly raise: (
    code: IssueCode,
    severity: IssueSeverity,
    line: CargoImpLine,
    value: string | null,
  ) => void;
  /** A unit that gives nothing, and why. */
  readonly reject: (code: IssueCode, line: CargoImpLine, value?: string | null) => void;
  /** An airport by its IATA code; one that no table knows is said once a message. */
  readonly airport: (iata: string, line: CargoImpLine) => ResolvedPlace;
  /** The claims of a line, as said by this message; a clock read in the sender's zone is a finding. */
  readonly attest: (events: readonly TrackingEvent[], line: CargoImpLine, end?: CargoImpLine) => Attested[];
  /**
   * The message as the newest version of what its sender calls by one name. Without a time of sending nobody can say
   * which of two is newer, so then nothing replaces anything.
   */
  readonly asVersion: (thread: string, attested: readonly Attested[]) => ReadMessage[];
}

export function telexScope(message: CargoImpMessage, file: TelexFile): TelexScope {
  const { context, findings, tally } = file;
  const sentAt = message.telex && telexSentAt(message.telex, context.receivedAt);
  const reference =
    message.reference ?? (message.telex?.origin && sentAt ? `${message.telex.origin} ${sentAt}` : null);
  const known = new Map<string, ResolvedPlace>();
  const raise: TelexScope['raise'] = (code, severity, line, value) =>
    findings.add(code, severity, `line ${line.number}`, value, line);
  return {
    ...file,
    sentAt,
    reference,
    raise,
    reject: (code, line, value = line.text) => {
      tally.withIssuesOnly();
      raise(code, 'ERROR', line, value);
    },
    airport: (iata, line) => {
      const found = known.get(iata);
      if (found) return found;
      const resolved = resolveAirport(iata, context.places);
      if (!resolved.place) raise('UNKNOWN_PLACE', 'WARNING', line, iata);
      known.set(iata, resolved);
      return resolved;
    },
    attest: (events, line, end = line) => {
      if (events.some(({ time }) => time.zoneSource === 'SENDER_DEFAULT'))
        findings.addOnce('UNKNOWN_ZONE', 'WARNING', `line ${line.number}`, context.source.defaultZone, line);
      const span = { start: line.start, end: end.end };
      return events.map((event) => ({ event, messageRef: reference, span, recordedAt: sentAt }));
    },
    asVersion: (thread, attested) => {
      if (attested.length === 0) return [];
      const version = versionOf(sentAt ?? message.preparedAt);
      if (version === 0) return [{ thread: null, version, attested, retraction: null }];
      return [{ thread, version, attested, retraction: { kind: 'REPLACE', thread, version } }];
    },
  };
}
