import { runSuites } from '../runSuites';

/** Entry point of the suite that runs inside a VS Code into which the VSIX was installed. */
export const run = (): Promise<void> => runSuites(__dirname);
