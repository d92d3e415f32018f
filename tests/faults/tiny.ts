import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freshFolder } from '../support/run-folder';

const size = 80; // MB: what the browsers write of their own at a first start, and half as much again

let folder: string | undefined;

const room = (path: string): number => {
  const { bavail, bsize } = statfsSync(path);
  return bavail * bsize;
};

/** A profile on a disk so small that a test can fill it. Needs the right to mount. */
export const withFullDisk = {
  mount(): string {
    const made = freshFolder('tiny');
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}m`, 'tmpfs', made]);
    folder = made;
    const profile = join(made, 'profile');
    mkdirSync(profile);
    return profile;
  },
  fill(): void {
    if (!folder) throw new Error('no disk to fill');
    // A file that asks for more than there is gets what there is.
    try {
      writeFileSync(join(folder, 'filler'), Buffer.alloc(room(folder) + 1e6));
    } catch {
      // ENOSPC is what was wanted.
    }
  },
  free(): void {
    if (folder) rmSync(join(folder, 'filler'), { force: true });
  },
  unmount(): void {
    if (!folder) return;
    execFileSync('umount', ['-l', folder]);
    rmSync(folder, { recursive: true, force: true });
    folder = undefined;
  },
};
