import type * as Engine from '../engine';

/**
 * Loads what reads transcripts and sidecars on first need, so that a window without a transcript does not pay for it. In
 * browsers, where an extension is one file, it is loaded with the rest.
 */
export const engine = (): typeof Engine => require('../engine');
