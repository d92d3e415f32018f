interface Connection {
  readonly saveData?: boolean;
}

/** Whether the reader has asked for as little traffic as possible, in the browser or in the system. */
export const savesData = (): boolean =>
  Boolean((navigator as { readonly connection?: Connection }).connection?.saveData) ||
  matchMedia('(prefers-reduced-data: reduce)').matches;
