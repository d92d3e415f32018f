/** Apart from the records themselves, so that a page that saves need not wait for what reads them. */
export const savedPrefix = 'saved:';

/** @param item `<article>/<id of the card or measure>` */
export const savedKey = (item: string): string => savedPrefix + item;
