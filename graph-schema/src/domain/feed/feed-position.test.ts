import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCursor, writeCursor, type FeedPosition } from './feed-position.ts';
import { whyResync, type LaneState } from './resume.ts';

const position = fc.record({
  epoch: fc.uuid(),
  sight: fc.stringMatching(/^[0-9a-z]{1,7}$/),
  lanes: fc.array(
    fc.record({ seq: fc.nat(), done: fc.nat(9999), mark: fc.stringMatching(/^[0-9a-f]{0,8}$/) }),
    { minLength: 1, maxLength: 8 },
  ),
});

describe('a cursor', () => {
  it('says where it was written', () => {
    fc.assert(
      fc.property(position, (one) => {
        expect(parseCursor(writeCursor(one))).toEqual(one);
      }),
    );
  });

  it('that nobody wrote is none, whatever it is', () => {
    const texts = [fc.string(), fc.base64String(), fc.stringMatching(/^[\w-]*$/)];
    fc.assert(
      fc.property(fc.oneof(...texts), (text) => {
        const read = parseCursor(text);
        if (read !== null) expect(parseCursor(writeCursor(read))).toEqual(read);
      }),
    );
    for (const text of ['', 'MQ', 'start', 'A'.repeat(4000), btoa('2~e~s~1.0.')])
      expect(parseCursor(text)).toBeNull();
  });

  it('cannot be gone on from where something would be missed', () => {
    const lane = (over: Partial<LaneState> = {}): LaneState => ({ lane: 0, epoch: 'e', seq: 10, floor: 3, mark: 'm', ...over });
    const at = (seq: number, over: Partial<FeedPosition> = {}, done = 0): FeedPosition => ({ epoch: 'e', sight: 's', lanes: [{ seq, done, mark: 'm' }], ...over });
    expect(whyResync(null, 's', [lane()])).toBe('NO_CURSOR');
    expect(whyResync(at(5), 's', [lane()])).toBeNull();
    expect(whyResync(at(10), 's', [lane()])).toBeNull();
    expect(whyResync(at(11), 's', [lane({ mark: null })])).toBe('RESTORED');
    expect(whyResync(at(5), 's', [lane({ mark: 'other' })])).toBe('RESTORED');
    // All up to 2 were read: 3 is the next, and is kept. Of 2 only a part was read: the rest is not kept.
    expect(whyResync(at(2), 's', [lane({ mark: null })])).toBeNull();
    expect(whyResync(at(2, {}, 1), 's', [lane({ mark: null })])).toBe('EXPIRED');
    expect(whyResync(at(1), 's', [lane({ mark: null })])).toBe('EXPIRED');
    expect(whyResync(at(5, { epoch: 'f' }), 's', [lane()])).toBe('ANOTHER_FEED');
    expect(whyResync(at(5), 't', [lane()])).toBe('SIGHT_CHANGED');
    // A lane that the cursor does not know yet is read from its beginning.
    expect(whyResync(at(5), 's', [lane(), lane({ lane: 1, floor: 1 })])).toBeNull();
    expect(whyResync(at(5), 's', [lane(), lane({ lane: 1, floor: 2 })])).toBe('EXPIRED');
  });
}); // prettier-ignore
