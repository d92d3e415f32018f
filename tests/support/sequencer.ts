import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Vitest's order, but files that build a second version begin first, so that no worker waits for one at the end. */
export class BuildsFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isBuilding = ({ moduleId }: TestSpecification) => moduleId.includes('/journeys/update');
    const sorted = await super.sort(files);
    return [...sorted.filter(isBuilding), ...sorted.filter((file) => !isBuilding(file))];
  }
}
