import type { IncomingMessage, ServerResponse } from 'node:http';
import { Busboy, type BusboyFileStream, type BusboyHeaders } from '@fastify/busboy';
import type { Logger } from 'pino';
import { problem } from '../http/answer.ts';
import type { Admission, Door } from '../http/door.ts';
import { tooLarge } from '../http/read-body.ts';
import { answerMany, type PartOutcome } from './answer-many.ts';

/** More files in one form are sent as several forms. */
const FILES_MAX = 1000;

export interface FormFile {
  /** Of the field of the form. */
  readonly field: string;
  /** Of the file, else of the field. */
  readonly name: string;
  readonly contentType: string | null;
  /** Null: larger than a message may be. */
  readonly bytes: Buffer | null;
}

/** Takes each file of a form as a message of its own. Files are stored one after another as they come. */
export async function takeForm(
  door: Door,
  log: Logger,
  admitted: Admission,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const outcomes: PartOutcome[] = [];
  let isFull = false;
  const take = async ({ name, contentType, bytes }: FormFile): Promise<void> => {
    if (bytes === null) return void outcomes.push({ name, refused: tooLarge(door.bytesMax) });
    // Once the queue is full, the rest of the form is not tried: the sender sends it again.
    if (isFull) return;
    const taken = await door.take({ ...admitted, bytes, contentType, fileName: name });
    if ('refusal' in taken) {
      isFull = taken.refusal.status === 429;
      outcomes.push({ name, refused: taken.refusal });
    } else outcomes.push({ name, ...taken.receipt });
  };
  try {
    await readForm(request, door.bytesMax, take);
  } catch (error) {
    request.resume();
    const why = error instanceof Error ? error.message : 'unknown';
    return problem(response, 400, 'BAD_FORM', `The form cannot be read: ${why}.`);
  }
  if (outcomes.length === 0) return problem(response, 400, 'EMPTY_MESSAGE', 'The form has no file.');
  const accepted = outcomes.filter((one) => 'rawId' in one).length;
  log.info({ source: admitted.source.id, accepted, files: outcomes.length }, 'form accepted');
  answerMany(response, outcomes);
}

/** Gives the files in their order, the next only when the one before is taken: the sender waits meanwhile. */
export async function readForm(
  request: IncomingMessage,
  bytesMax: number,
  take: (file: FormFile) => Promise<void>,
): Promise<void> {
  let turn: Promise<void> = Promise.resolve();
  await new Promise<void>((resolve, reject) => {
    const form = Busboy({
      headers: request.headers as BusboyHeaders,
      limits: { fileSize: bytesMax, files: FILES_MAX, fields: FILES_MAX, fieldSize: bytesMax },
      isPartAFile: () => true,
    });
    form.on(
      'file',
      (field: string, file: BusboyFileStream, fileName: string | undefined, _: string, type: string) => {
        const chunks: Buffer[] = [];
        file.on('data', (chunk: Buffer) => chunks.push(chunk));
        file.on('end', () => {
          const bytes = file.truncated ? null : Buffer.concat(chunks);
          const next = turn.then(() =>
            take({ field, name: fileName ?? field, contentType: type || null, bytes }),
          );
          turn = next;
          request.pause();
          next.then(() => request.resume(), reject);
        });
      },
    );
    form.on('filesLimit', () => reject(new Error(`more than ${FILES_MAX} files`)));
    form.on('error', reject);
    form.on('finish', () => turn.then(resolve, reject));
    request.on('error', reject).on('aborted', () => reject(new Error('the connection ended')));
    request.pipe(form);
  });
}
