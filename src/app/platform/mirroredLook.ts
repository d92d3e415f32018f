import { lookNames } from '../../core/look';
import { type Mirror, readMirror } from './storage';
import { showThemeColor } from './themeColor';

/**
 * Puts on `<html>` the look that the reader chose, as a mirror has it, and whether installing is no longer offered.
 * What another mirror gave stays.
 */
export function showMirroredLook(mirror: Mirror): void {
  const html = document.documentElement.dataset;
  for (const name of [...lookNames, 'install']) {
    const value = html[name] ?? readMirror(name, mirror);
    if (value) html[name] = value;
  }
  showThemeColor();
}
