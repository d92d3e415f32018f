/** Stands in for Vite's helper that every late import goes through (see `vite.config.ts`). */
export const __vitePreload = <T>(script: () => Promise<T>): Promise<T> => script();
