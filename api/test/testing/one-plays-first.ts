import { BaseSequencer, type TestSpecification } from 'vitest/node';

const needsWorld = ({ moduleId }: TestSpecification) => moduleId.includes('/api/test/');

/**
 * One file plays the sample world and keeps it for the others (`kept-world.ts`); meanwhile the other lane is busy with files that need
 * none, where both would play it.
 */
export class OnePlaysFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const [first, ...others] = sorted.filter(needsWorld);
    return [...(first ? [first] : []), ...sorted.filter((one) => !needsWorld(one)), ...others];
  }
}
