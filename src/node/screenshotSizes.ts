/** Size in pixels of the pictures in the manifest, and how many of them make one CSS px. */
export const screenshotSizes = {
  narrow: { width: 1080, height: 2340, scale: 3 },
  wide: { width: 1280, height: 900, scale: 1 },
} as const;
