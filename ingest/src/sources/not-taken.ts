import type { SourceProfile } from 'graph-schema/domain/source';
import type { Intake } from './intake.ts';

/** Something that a receiver cannot take as it is: nobody is there who could be answered, as over HTTP. */
export interface TooLarge {
  /** Name of the file, topic or address. */
  readonly name: string;
  readonly bytes: number;
  readonly bytesMax: number;
  /** What tells this one from another of the same name and size; told again, it is a known duplicate. */
  readonly state: string;
}

/** The message that stands for it, read by the format `not-taken-1`, so that its source shows it with the reason. */
export function noticeOf({ name, bytes, bytesMax, state }: TooLarge): Buffer {
  return Buffer.from(
    `${JSON.stringify({ notTaken: { reason: 'TOO_LARGE', name, bytes, bytesMax, state } })}\n`,
  );
}

/** False: not stored now, to be told again. */
export async function tellTooLarge(intake: Intake, source: SourceProfile, what: TooLarge): Promise<boolean> {
  const fileName = what.name.slice(0, 200);
  const told = await intake.accept({
    source,
    bytes: noticeOf(what),
    contentType: null,
    fileName,
    receivedAt: null,
  });
  return told.outcome === 'ACCEPTED';
}
