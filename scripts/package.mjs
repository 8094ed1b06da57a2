// npm run package: builds policy-transcripts-PLATFORM.vsix in the project's folder.
import { statSync } from 'node:fs';
import { ensurePackages, root } from './lib/ensure.mjs';
import { packageExtension } from './lib/package.mjs';
import { main } from './lib/run.mjs';

await main(async () => {
  await ensurePackages();
  const vsix = await packageExtension(root);
  process.stdout.write(`${vsix} (${(statSync(vsix).size / 1e6).toFixed(1)} MB)\n`);
});
