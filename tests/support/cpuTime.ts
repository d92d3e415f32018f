/**
 * The processor's time that some work takes this process, in milliseconds: other work on the machine adds nothing
 * to it, as it would to a clock's.
 */
export function cpuTimeOf(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
