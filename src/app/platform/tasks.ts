/** Resolves in a new task, so that the browser can handle the reader's input first. */
export const nextTask = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });

export const sleep = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/**
 * Rejects once work has taken too long; the work goes on, and may still be done later.
 *
 * @param limit ms
 * @param who does not answer, for the error
 */
export const inTime = <T>(work: Promise<T>, limit: number, who: string): Promise<T> =>
  Promise.race([
    work,
    new Promise<T>((_, reject) => setTimeout(reject, limit, new Error(`${who} does not answer`))),
  ]);

const patience = 100; // ms; a page out of sight gets no animation frames

/** Resolves when what has been changed is painted. */
export async function nextPaint(): Promise<void> {
  await new Promise<void>((resolve) => {
    requestAnimationFrame(() => resolve());
    setTimeout(resolve, patience);
  });
  await nextTask();
}
