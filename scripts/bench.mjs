// npm run bench: the figures of test/bench, from this machine in one run.
import { ensurePackages, root } from './lib/ensure.mjs';
import { main, run } from './lib/run.mjs';

await main(async () => {
  await ensurePackages();
  await run(process.execPath, ['esbuild.mjs'], { cwd: root });
  await run(process.execPath, ['--expose-gc', 'out/test/bench/bench.js'], { cwd: root });
  return run(process.execPath, ['out/test/bench/anchoring.js'], { cwd: root });
});
