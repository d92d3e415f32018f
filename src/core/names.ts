/** The name that readers under every base path shared, and that the one at the root of its origin still has. */
export const sharedName = 'yaolan';

/**
 * What a reader's database, mirror and messages are called. One origin may serve several readers, each under a base
 * path of its own, and they must not touch each other's records.
 */
export const nameUnder = (base: string): string => (base === '/' ? sharedName : sharedName + base);

/** How the reader's keys in localStorage and sessionStorage begin; no prefix is the beginning of another. */
export const mirrorPrefix = (base: string): string => `${nameUnder(base)}:`;
