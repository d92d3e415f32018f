export type Shared = 'shared' | 'cancelled' | 'failed';

export const canShare = (): boolean => 'share' in navigator;

export const canShareFile = (file: File): boolean =>
  'canShare' in navigator && navigator.canShare({ files: [file] });

/**
 * Opens the system's share sheet. It must be called while a click is handled, because browsers demand one.
 */
export async function share(what: ShareData): Promise<Shared> {
  try {
    await navigator.share(what);
    return 'shared';
  } catch (error) {
    return (error as Error).name === 'AbortError' ? 'cancelled' : 'failed';
  }
}
