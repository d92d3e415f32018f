/** The means of this browser by which a reader can take something along. */
export { selectText, writeClipboard } from '../platform/clipboard';
export { type DrawnPicture, drawPicture } from '../platform/picture';
export { saveFile } from '../platform/saveFile';
export { canShare, canShareFile, share } from '../platform/share';
