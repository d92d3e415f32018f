/** The reader all figures are of: a cheap phone on a slow line. */
export const phone = { width: 360, height: 780, deviceScaleFactor: 2, mobile: true } as const;

/** Bytes a second and milliseconds, as the protocol takes them: 1.6 Mbit/s down, 750 kbit/s up, 150 ms. */
export const slow4G = {
  offline: false,
  latency: 150,
  downloadThroughput: 1_600_000 / 8,
  uploadThroughput: 750_000 / 8,
} as const;

export const cpuSlowdown = 4;
