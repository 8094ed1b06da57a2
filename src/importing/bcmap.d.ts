/** A character map of PDF.js: the bundler makes its bytes of it. */
declare module '*.bcmap' {
  const bytes: Uint8Array;
  export default bytes;
}
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs' {
  export const WorkerMessageHandler: unknown;
}
