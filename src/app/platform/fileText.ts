/** The text of a file that the reader chose; rejects what is not UTF-8. */
export const readText = async (file: Blob): Promise<string> =>
  new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer());
