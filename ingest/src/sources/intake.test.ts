import { describe, expect, it } from 'vitest';
import { sampleSource } from 'graph-schema/testing/sample-source';
import type { RawHeader, RawStore } from '../raw/raw-store.ts';
import { createIntake } from './intake.ts';

const NOW = Date.parse('2026-11-21T02:00:00Z');

function storeThatHolds(accept: (header: RawHeader) => Promise<string>): RawStore & { pending: number } {
  const store = {
    pending: 0,
    async accept(header: RawHeader) {
      const name = await accept(header);
      store.pending += 1;
      return name;
    },
    pendingCount: () => store.pending,
  };
  return store as unknown as RawStore & { pending: number };
}

const rateLimit = { take: async () => 0 };

const arrival = (text: string, receivedAt: string | null = null) => ({
  source: sampleSource,
  bytes: new Uint8Array(Buffer.from(text)),
  contentType: null,
  fileName: null,
  receivedAt,
});

describe('the intake', () => {
  it('acknowledges when the message is durable, whether or not a queue is there', async () => {
    const headers: RawHeader[] = [];
    const raw = storeThatHolds(async (header) => {
      headers.push(header);
      return 'name';
    });
    const absent = () => new Promise<void>(() => undefined);
    const intake = createIntake({ raw, enqueue: absent, now: () => NOW, pendingMax: 10, rateLimit });
    const accepted = await intake.accept(arrival('x'));
    expect(accepted).toMatchObject({ outcome: 'ACCEPTED', receivedAt: '2026-11-21T02:00:00.000Z' });
    const stated = '2025-01-01T00:00:00.000Z';
    expect(await intake.accept(arrival('x', stated))).toMatchObject({ receivedAt: stated });
    // One message, two deliveries.
    expect(headers[0]?.sha256).toBe(headers[1]?.sha256);
    expect(headers[0]?.delivery).not.toBe(headers[1]?.delivery);
  });

  it('does not acknowledge what could not be stored', async () => {
    const raw = storeThatHolds(() => Promise.reject(new Error('disk full')));
    const queued: string[] = [];
    const intake = createIntake({ raw, enqueue: async (name) => void queued.push(name), now: () => NOW, pendingMax: 1, rateLimit });
    await expect(intake.accept(arrival('x'))).rejects.toThrow('disk full');
    expect(queued).toEqual([]);
    // What failed takes no place in the queue.
    await expect(intake.accept(arrival('x'))).rejects.toThrow('disk full');
  }); // prettier-ignore

  it('counts what is being stored when it says that the queue is full', async () => {
    const raw = storeThatHolds(async () => 'name');
    const intake = createIntake({ raw, enqueue: async () => undefined, now: () => NOW, pendingMax: 3, rateLimit });
    const answers = await Promise.all(Array.from({ length: 10 }, (_, i) => intake.accept(arrival(String(i)))));
    expect(answers.filter((answer) => answer.outcome === 'ACCEPTED')).toHaveLength(3);
    expect(answers.filter((answer) => answer.outcome === 'BUSY')[0]).toEqual({ outcome: 'BUSY', retryAfterSeconds: 5 });
    raw.pending = 0;
    expect((await intake.accept(arrival('later'))).outcome).toBe('ACCEPTED');
  }); // prettier-ignore

  it('stores nothing of a source that is beyond its messages a minute, through whichever receiver it comes', async () => {
    const stored: RawHeader[] = [];
    const raw = storeThatHolds(async (header) => {
      stored.push(header);
      return 'name';
    });
    const waits = [0, 17, 0];
    const limited = { take: async () => waits.shift() ?? 0 };
    const parts = { raw, enqueue: async () => undefined, now: () => NOW, pendingMax: 10 };
    const intake = createIntake({ ...parts, rateLimit: limited });
    const answers = [];
    for (let time = 0; time < 3; time += 1) answers.push(await intake.accept(arrival(String(time))));
    expect(answers.map(({ outcome }) => outcome)).toEqual(['ACCEPTED', 'TOO_MANY', 'ACCEPTED']);
    expect(answers[1]).toEqual({ outcome: 'TOO_MANY', retryAfterSeconds: 17 });
    expect(stored).toHaveLength(2);
  });
});
