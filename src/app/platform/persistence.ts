import { readMirror, writeMirror } from './storage';

/**
 * Asks the browser, once, not to clear this reader's records when room on the device runs short. Nobody waits for the
 * answer: Firefox first asks the reader, and some browsers never answer.
 */
export function askForPersistence(): void {
  const { storage } = navigator as { storage?: StorageManager };
  if (!storage?.persist || readMirror('persistence')) return;
  writeMirror('persistence', 'asked');
  void storage.persist().catch(() => undefined);
}
