import { within } from '../../platform/within';
import { progress, recallProgress } from '../../state/progress';
import type { Scene } from '../app';

let stop: (() => void) | undefined;

/** Marks what has been read; the script of that comes once there is any of it. */
export function arrangeProgress(part: Element, scene: Scene): void {
  const mark = () =>
    void import('./progressMarks').then(
      (script) => script.mark(scene),
      () => undefined,
    );
  void recallProgress(scene.page.article ?? '');
  stop?.();
  stop = progress.watch(mark);
  if (progress.value.length > 0 && within(part, '#contents, #end').length > 0) mark();
}
