/**
 * The name that readers under every base path once shared. The reader at the root of its origin still has it.
 */
export const sharedName = 'yaolan';

/**
 * The name of a reader's database, mirror and messages. One origin may serve several readers, each under a
 * base path of its own, and they must not touch each other's records.
 */
export const nameUnder = (base: string): string => (base === '/' ? sharedName : sharedName + base);

/**
 * The beginning of the reader's keys in localStorage and sessionStorage. No
 * prefix is the beginning of another.
 */
export const mirrorPrefix = (base: string): string => `${nameUnder(base)}:`;
