import { saveFile } from '../platform/saveFile';
import { reportStatus } from './appStatus';
import { withKeeper } from './keeper';
import type { Merged } from './keeping/copies';
import { signal } from './signal';

export type MyData =
  | { readonly kind: 'idle' | 'asking' | 'deleted' | 'undeleted' }
  | { readonly kind: 'copied'; readonly count: number }
  | Merged;

const [myData, setMyData] = signal<MyData>({ kind: 'idle' });

export { myData };

export async function saveCopy(): Promise<void> {
  const copy = await withKeeper(({ copyData }) => copyData());
  if (!copy) return setMyData({ kind: 'unkept' });
  const file = new Blob([copy.text], { type: 'application/json' });
  saveFile(`yaolan-${new Date().toISOString().slice(0, 10)}.json`, file);
  setMyData({ kind: 'copied', count: copy.count });
}

export async function takeCopy(file: Blob): Promise<void> {
  setMyData((await withKeeper(({ mergeFile }) => mergeFile(file))) ?? { kind: 'unkept' });
}

export const askToDelete = (): void => setMyData({ kind: 'asking' });
export const keepData = (): void => setMyData({ kind: 'idle' });

export async function deleteData(base: string): Promise<void> {
  const isGone = await withKeeper(({ forgetAll }) => forgetAll(base));
  // The edition is no longer stored, and the status line must not say that it is.
  if (isGone !== undefined) reportStatus({ kind: 'unavailable' });
  setMyData({ kind: isGone ? 'deleted' : 'undeleted' });
}
