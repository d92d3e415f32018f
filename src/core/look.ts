/** The settings that are put on `<html>` before the first paint, see `shell/boot`. */
export const lookNames = ['theme', 'size', 'spacing', 'edition', 'keys'] as const;
export type LookName = (typeof lookNames)[number];
