import { writeFileSync } from 'node:fs';
import {
  DefaultReporter,
  type TestCase,
  type TestModule,
  type TestSpecification,
  type TestSuite,
} from 'vitest/node';

export interface Count {
  passed: number;
  failed: number;
  skipped: number;
  /** Sentences or titles that say what was skipped. */
  leftOut: string[];
}

/** Names the file that `tests/run.ts` reads the count from. */
export const countVariable = 'YAOLAN_TEST_COUNT';

/**
 * Vitest's own report, which also says with each file how far the run is. The count is written as files end: a run
 * that crashes or is ended has still proved what it did.
 */
export default class Reporter extends DefaultReporter {
  private files = 0;
  private ended = 0;
  private readonly count: Count = { passed: 0, failed: 0, skipped: 0, leftOut: [] };

  override onTestRunStart(specifications: readonly TestSpecification[]): void {
    this.files = specifications.length;
    super.onTestRunStart(specifications);
  }

  override onTestModuleEnd(module: TestModule): void {
    this.ended++;
    const isBroken = module.state() === 'failed';
    const failedBefore = this.count.failed;
    for (const test of module.children.allTests()) {
      const { state } = test.result();
      if (state !== 'pending') this.count[state]++;
      if (state === 'skipped' && !isBroken)
        this.count.leftOut.push(`${module.relativeModuleId}: ${test.fullName}`);
    }
    // What broke is the file itself or a hook.
    if (isBroken && this.count.failed === failedBefore) this.count.failed++;
    const file = process.env[countVariable];
    if (file) writeFileSync(file, JSON.stringify(this.count));
    super.onTestModuleEnd(module);
  }

  protected override getEntityPrefix(entity: TestCase | TestModule | TestSuite): string {
    const prefix = super.getEntityPrefix(entity);
    return entity.type === 'module' ? `${prefix} file ${this.ended} of ${this.files}` : prefix;
  }
}
