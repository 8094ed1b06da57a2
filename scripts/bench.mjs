// npm run bench [-- core|anchoring|sidecars|index|segmenter|vscode]: speed, all figures from this machine in one run.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder, ensurePackages, root } from './lib/ensure.mjs';
import { main, run } from './lib/run.mjs';
import { benchInVSCode } from './lib/testInVSCode.mjs';

const benches = {
  core: () => run(process.execPath, ['--expose-gc', 'out/test/bench/bench.js'], { cwd: root }),
  anchoring: () => run(process.execPath, ['out/test/bench/anchoring.js'], { cwd: root }),
  sidecars: () => run(process.execPath, ['out/test/bench/sidecars.js'], { cwd: root }),
  index: () => run(process.execPath, ['--expose-gc', 'out/test/bench/index.js'], { cwd: root }),
  segmenter: () => run(process.execPath, ['out/test/bench/segmenter.js'], { cwd: root }),
  vscode: async () => {
    const results = join(cacheFolder, 'bench.results.json');
    await benchInVSCode({ results });
    process.stdout.write(`\nIn the real VS Code\n${JSON.parse(readFileSync(results, 'utf8')).report}\n`);
  },
};

await main(async () => {
  await ensurePackages();
  await run(process.execPath, ['esbuild.mjs'], { cwd: root });
  const named = process.argv.slice(2);
  for (const name of named.length > 0 ? named : Object.keys(benches)) await benches[name]();
});
