/**
 * Asks the browser not to clear this reader's records when room on the device runs short. Nobody waits for the answer:
 * Firefox first asks the reader, and some browsers never answer.
 */
export function askForPersistence(): void {
  void navigator.storage?.persist?.().catch(() => undefined);
}
