declare module '*/countingReporter.cjs' {
  import type { ReporterConstructor } from 'mocha';

  const reporter: ReporterConstructor;
  export default reporter;
}
