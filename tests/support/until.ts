import { setTimeout as pause } from 'node:timers/promises';

interface UntilOptions {
  /** Milliseconds; 10 seconds when not given. */
  timeout?: number;
  /** Ends the sentence "Waited … for", so that the error says what never came. */
  what: string;
}

/**
 * Waits for a condition outside the page that announces itself by no event (a process gone, a port open).
 * For anything inside a page use `page.waitForFunction` or WebKit's `waitFor`.
 *
 * @returns the first value of `fn` that is neither false, null nor undefined
 */
export async function until<T>(
  fn: () => T | Promise<T>,
  { timeout = 10_000, what }: UntilOptions,
): Promise<Exclude<T, false | null | undefined>> {
  const end = Date.now() + timeout;
  let lastError: unknown;
  do {
    try {
      const value = await fn();
      if (value !== false && value !== null && value !== undefined) {
        return value as Exclude<T, false | null | undefined>;
      }
      lastError = undefined;
    } catch (error) {
      lastError = error;
    }
    // Between two looks at what has no event; see above.
    await pause(16);
  } while (Date.now() < end);
  const reason = lastError instanceof Error ? ` Last error: ${lastError.message}` : '';
  throw new Error(`Waited ${timeout} ms in vain for ${what}.${reason}`, { cause: lastError });
}
