import type { Assets } from '../app/shell/document';

/** For a page that is rendered before the names of this build's files are known, or without them. */
export const noAssets: Assets = {
  css: '',
  sheet: { src: '', integrity: '' },
  boot: '',
  importMap: '',
  policy: '',
  entry: { src: '', integrity: '' },
};
