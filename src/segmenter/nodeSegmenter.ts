import { join } from 'node:path';
import { intlSegmenter } from './intlSegmenter';
import { type JiebaOptions, jiebaSegmenter } from './jiebaSegmenter';
import type { Segmenter } from './segmenter';
import { type FallbackOptions, withFallback } from './withFallback';

/** Loading takes about a second; these are for machines that are busy with much else, or have just woken. */
const LIMITS = { loadLimit: 20_000, requestLimit: 10_000, idleLimit: 300_000 };

/**
 * The segmenter for Node: nodejieba in a process that is started on first need and ended when idle, and the runtime's
 * own where that cannot be. It never fails; share one.
 */
export const nodeSegmenter = (options: Partial<JiebaOptions> & FallbackOptions = {}): Segmenter =>
  withFallback(
    jiebaSegmenter({ ...LIMITS, processFile: join(__dirname, 'segmenterProcess.js'), ...options }),
    intlSegmenter(),
    options,
  );
