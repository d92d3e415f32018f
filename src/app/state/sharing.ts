/** What a reader can take along, by the means of this browser. */
export { selectText, writeClipboard } from '../platform/clipboard';
export { type DrawnPicture, drawPicture } from '../platform/picture';
export { saveFile } from '../platform/saveFile';
export { canShare, canShareFile, share } from '../platform/share';
