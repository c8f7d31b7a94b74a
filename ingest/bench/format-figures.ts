import type { SourceProfile } from 'graph-schema/domain/source';

/** What the bench asks of the process that reads: one line of JSON a format. */
export interface FormatQuestion {
  readonly format: string;
  /** Base64. */
  readonly bytes: string;
  readonly receivedAt: string;
  readonly source: SourceProfile;
}

/** What that process answers. */
export interface FormatFigures {
  readonly format: string;
  readonly bytes: number;
  readonly messages: number;
  readonly events: number;
  readonly floor: string;
  readonly megabytesPerSecond: number;
  readonly messagesPerSecond: number;
  readonly ratioToFloor: number;
}
