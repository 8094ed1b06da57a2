/**
 * The text that core, store and sidecars see: LF line ends, no BOM. All offsets count in this text.
 * A lone CR is a line end too, as editors treat it.
 */
export function normaliseText(raw: string): string {
  const text = raw.charCodeAt(0) === 0xfeff ? raw.slice(1) : raw;
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}
