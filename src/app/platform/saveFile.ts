/** Gives the reader a file as a download. */
export function saveFile(name: string, file: Blob): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // Browsers begin to read the file after the click. The address is released after a minute, which is long
  // enough, because the page may stay open for days.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
