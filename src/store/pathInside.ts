/**
 * A path below a folder, as it may be written by hand, with `/` between its parts; undefined where it leads out of the
 * folder, or begins elsewhere.
 */
export function pathInside(written: string): string | undefined {
  const slashed = written.replaceAll('\\', '/');
  if (slashed.startsWith('/') || /^[a-z][a-z\d+.-]*:/iu.test(slashed) || slashed.startsWith('~')) return undefined;
  const parts: string[] = [];
  for (const part of slashed.split('/')) {
    if (part === '..') {
      if (parts.pop() === undefined) return undefined;
    } else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.length === 0 ? undefined : parts.join('/');
}
