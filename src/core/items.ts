/** The form of the ids of articles, cards and measures. */
const idPattern = /^[a-z][a-z0-9-]{0,99}$/;

export const isId = (value: unknown): value is string => typeof value === 'string' && idPattern.test(value);

/** Whether something can be saved under this name, whether or not this edition has it. */
export function isItem(value: unknown): value is string {
  const ids = typeof value === 'string' ? value.split('/') : [];
  return ids.length === 2 && ids.every(isId);
}

export const savedPrefix = 'saved:';
/** @param item `<article>/<id of the card or measure>` */
export const savedKey = (item: string): string => savedPrefix + item;
