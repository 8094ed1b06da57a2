import { decodeUtf8 } from '../text/decode';
import { type ParsedSidecar, parseSidecar, type SidecarProblem } from './sidecar';

/**
 * Reads the bytes of a sidecar, which is UTF-8: in anything else it could be read, but not written without changing every
 * byte, nor merged. Never throws.
 */
export function readSidecarBytes(bytes: Uint8Array): ParsedSidecar {
  const text = decodeUtf8(bytes);
  return text === undefined ? unreadableSidecar({ code: 'notText', line: 0, detail: 'UTF-8' }) : parseSidecar(text);
}

/** A sidecar of which nothing is known but why. */
export const unreadableSidecar = (fault: SidecarProblem): ParsedSidecar => ({
  ...parseSidecar(''),
  problems: [fault],
  writable: false,
});
