import type { Speaker } from './history.ts';
import type { Names } from './names.ts';
import type { Random } from './random.ts';
import type { TrueStory } from './true-story.ts';

/** What whoever makes up what is told needs to know. */
export interface Context {
  readonly story: TrueStory;
  readonly names: Names;
  readonly random: Random;
  readonly speak: Speaker;
}

/** Versions are what messages say of themselves: epoch seconds mostly. */
export const FIRST = 1_767_000_100;
export const SECOND = FIRST + 100;
export const THIRD = FIRST + 200;
