import { readFile } from 'node:fs/promises';
import { SIDECAR_SUFFIX } from '../core/annotation/annotation';
import { readSidecarBytes, unreadableSidecar } from '../core/annotation/readSidecarBytes';
import type { ParsedSidecar } from '../core/annotation/sidecar';
import { isMissing } from './isMissing';

/** The sidecar of a transcript on the local disk; undefined where there is none. Never rejects: what fails is its problem. */
export async function readSidecarOf(transcript: string): Promise<ParsedSidecar | undefined> {
  try {
    return readSidecarBytes(await readFile(transcript + SIDECAR_SUFFIX));
  } catch (error) {
    if (await isMissing(error, transcript + SIDECAR_SUFFIX)) return undefined;
    return unreadableSidecar({ code: 'unreadable', line: 0, detail: error instanceof Error ? error.message : '' });
  }
}
