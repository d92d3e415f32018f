import { onDismissal } from '../platform/dismissal';
import { signal } from './signal';

/** Whether the contents are open below the bar. */
const [areContentsOpen, setContentsOpen] = signal(false);

export { areContentsOpen };

let stopListening = (): void => undefined;

function close(): void {
  stopListening();
  setContentsOpen(false);
}

/** Any click closes them: one on an entry, which leads there, and one beside them. */
export function toggleContents(): void {
  if (areContentsOpen.value) close();
  else {
    setContentsOpen(true);
    stopListening = onDismissal(close);
  }
}
