/** All of a body that has at most so many bytes; of a longer one what was read of it, and the rest as it comes. */
export async function wholeOrRest(
  body: AsyncIterable<Buffer>,
  bytesMax: number,
): Promise<Buffer | AsyncIterable<Buffer>> {
  const source = body[Symbol.asyncIterator]();
  const read: Buffer[] = [];
  for (let bytes = 0; bytes <= bytesMax; bytes += read.at(-1)?.length ?? 0) {
    const next = await source.next();
    if (next.done) return Buffer.concat(read);
    read.push(next.value);
  }
  return goingOn(read, source);
}

async function* goingOn(read: readonly Buffer[], source: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  try {
    yield* read;
    for (let next = await source.next(); !next.done; next = await source.next()) yield next.value;
  } finally {
    await source.return?.();
  }
}
