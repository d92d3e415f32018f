import { spawnSync } from 'node:child_process';
import { accessSync, constants, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Servers stand where only root's PATH looks. */
const systemFolders = ['/usr/sbin', '/usr/local/sbin'];

export function which(name: string): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return [...folders, ...systemFolders].map((folder) => join(folder, name)).find(isProgram);
}

export function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** On Debian, as root, installs what is missing; elsewhere does nothing. */
export function installOnDebian(packages: readonly string[]): void {
  if (packages.length > 0 && isDebian() && process.getuid?.() === 0) install(packages);
}

/** Debian itself: on Ubuntu the package called chromium is only a pointer to a snap. */
function isDebian(): boolean {
  try {
    return /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'));
  } catch {
    return false;
  }
}

function install(packages: readonly string[]): void {
  const wanted = packages.join(' ');
  console.log(`Installing ${wanted} with apt-get; this takes a minute or two.`);
  const updated = aptGet(['update']);
  const installed = aptGet(['install', '-y', '--no-install-recommends', ...packages]);
  if (!updated || !installed)
    console.log(`apt-get could not install all of ${wanted}; going on with what is here.`);
}

function aptGet(args: readonly string[]): boolean {
  // The lock's timeout lets two runs that start together install one after the other.
  const options = ['-qq', '-o', 'DPkg::Lock::Timeout=300', '-o', 'Dpkg::Use-Pty=0'];
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const { status, error } = spawnSync('apt-get', [...options, ...args], { stdio: 'inherit', env });
  return status === 0 && error === undefined;
}
