/** Hands the reader a file, as the browser does with every download. */
export function saveFile(name: string, file: Blob): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // Browsers begin to read it after the click; a minute is long enough, and the page may stay open for days.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
