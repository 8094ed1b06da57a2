// `npm run -s analyze -- FILE...` in a clone: builds dist/cli.js where it is missing or older than src, then runs it.
import { ensureBuilt } from './lib/ensure.mjs';

await ensureBuilt();
// npm runs scripts in the project's root; FILE is meant from where the person stands
if (process.env.INIT_CWD) process.chdir(process.env.INIT_CWD);
await import('../dist/cli.js');
