/** PDF.js makes one when it is loaded and, since nothing is drawn, never asks it anything. Node has none. */
class NoMatrix {}

export const DOMMatrix = (globalThis as { DOMMatrix?: unknown }).DOMMatrix ?? NoMatrix;
