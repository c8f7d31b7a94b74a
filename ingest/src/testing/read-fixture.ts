import type { Interpretation } from 'graph-schema/domain/message';
import { FORMATS } from '../formats/index.ts';
import type { MessageFormat } from '../formats/message-format.ts';
import { detectedAs } from '../pipeline/detect.ts';
import { readAs } from '../pipeline/read.ts';
import { detectionHead } from '../syntax/charset.ts';
import type { Fixture } from './fixture-files.ts';

const formats: readonly MessageFormat[] = FORMATS;

/** Ids of all formats that recognise these bytes; a good fixture has exactly one. */
export function detectAll(bytes: Uint8Array): string[] {
  const head = detectionHead(bytes);
  return formats.filter((format) => format.detect(head)).map((format) => format.id);
}

/** The format whose folder the fixture lies in. Throws when it has no line in `formats/index.ts`. */
export function getFormat(fixture: Fixture): MessageFormat {
  const format = formats.find((candidate) => candidate.id === fixture.format);
  if (!format) throw new Error(`${fixture.format} has fixtures but no line in ingest/src/formats/index.ts`);
  return format;
}

export function readFixture(fixture: Fixture, bytes: Uint8Array = fixture.bytes): Interpretation {
  return readAs(detectedAs(getFormat(fixture)), bytes, fixture.context, formats).interpretation;
}
