import type { IncomingMessage } from 'node:http';
import { Transform, type Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import type { Refusal } from './answer.ts';

export type Body = { readonly bytes: Buffer } | { readonly refusal: Refusal };

/**
 * Reads a body up to a limit, unpacking it by its content-encoding. The limit counts what comes out, so a bomb costs no more
 * than a message of the limit; what goes beyond is drained and thrown away, so that the sender reads the answer.
 */
export async function readBody(request: IncomingMessage, bytesMax: number): Promise<Body> {
  const encoding = (request.headers['content-encoding'] ?? 'identity').trim().toLowerCase();
  const unpack = unpackers[encoding];
  if (unpack === undefined) {
    request.resume();
    return { refusal: unsupported(encoding) };
  }
  const declared = Number(request.headers['content-length'] ?? '0');
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of unpack === null ? request : unpacked(request, unpack())) {
      const bytes = chunk as Buffer;
      length += bytes.length;
      if (length > bytesMax || declared > bytesMax) {
        chunks.length = 0;
        if (unpack !== null) break;
      } else chunks.push(bytes);
    }
  } catch (error) {
    if (unpack === null) throw error;
    request.resume();
    const detail = `The body is not valid ${encoding}: ${error instanceof Error ? error.message : 'unknown'}.`;
    return { refusal: { status: 400, code: 'BAD_ENCODING', detail } };
  }
  request.resume();
  return length > bytesMax ? { refusal: tooLarge(bytesMax) } : { bytes: Buffer.concat(chunks) };
}

/** Null: as it is. */
const unpackers: Readonly<Record<string, (() => Transform) | null>> = {
  identity: null,
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};

/** An error on either side ends both; whoever stops reading stops the unpacking. */
function unpacked(request: IncomingMessage, unpacking: Transform): Readable {
  request.on('error', (error) => unpacking.destroy(error));
  return request.pipe(unpacking);
}

export function tooLarge(bytesMax: number): Refusal {
  return {
    status: 413,
    code: 'TOO_LARGE',
    detail: `A message may have at most ${bytesMax} bytes. Split the file.`,
  };
}

function unsupported(encoding: string): Refusal {
  const known = Object.keys(unpackers).join(', ');
  return {
    status: 415,
    code: 'UNKNOWN_ENCODING',
    detail: `The content encoding ${encoding} is not known. Known: ${known}.`,
  };
}
