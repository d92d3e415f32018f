import { setTimeout as pause } from 'node:timers/promises';

/**
 * The longest that a browser or its driver may leave a single command unanswered, in milliseconds. It judges nothing:
 * what works answers long before, on the busiest machine too. It only lets a run end when a browser hangs.
 */
export const hang = 300_000;

/** What was asked has ended, for example a browser that crashed. Looking again is in vain. */
export class Ended extends Error {}

interface UntilOptions {
  /** Ends the sentence "Looked … times in vain for", so that the error says what never came. */
  what: string;
  /**
   * How often to look before giving up. Looks are counted and not time, since what is waited for may take ever so
   * long on a busy machine, where a look takes longer as well. On an idle one the default lasts a minute.
   */
  looks?: number;
}

/**
 * Waits for a condition that announces itself by no event: a process gone, a port open, a page in some state.
 *
 * @returns the first value of `fn` that is neither false, null nor undefined
 */
export async function until<T>(
  fn: () => T | Promise<T>,
  { what, looks = 3000 }: UntilOptions,
): Promise<Exclude<T, false | null | undefined>> {
  let lastError: unknown;
  for (let look = 0; look < looks; look++) {
    try {
      const value = await fn();
      if (value !== false && value !== null && value !== undefined) {
        return value as Exclude<T, false | null | undefined>;
      }
      lastError = undefined;
    } catch (error) {
      if (error instanceof Ended) throw error;
      lastError = error;
    }
    await pause(20);
  }
  const reason = lastError instanceof Error ? ` Last error: ${lastError.message}` : '';
  throw new Error(`Looked ${looks} times in vain for ${what}.${reason}`, { cause: lastError });
}
