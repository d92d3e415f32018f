import { onDismissal } from '../platform/dismissal';
import { signal } from './signal';

/** Whether the contents are open below the bar. */
const [areContentsOpen, setContentsOpen] = signal(false);

export { areContentsOpen };

/** Any click closes them: one on an entry, which leads there, and one beside them. */
export function toggleContents(): void {
  setContentsOpen(!areContentsOpen.value);
  if (!areContentsOpen.value) return;
  const stop = onDismissal(() => {
    stop();
    setContentsOpen(false);
  });
}
