import { runSuites } from '../runSuites';

/** Entry point of the suite that runs inside VS Code. */
export const run = (): Promise<void> => runSuites(__dirname);
