// npm run attack [-- --seconds N] [--seed N] [NAME...]: random attacks on what must never be lost, outside `npm test`.
// Every file of test/attack that exports `name` and `run` is one; they share the time. Fails where a fault was counted.
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensurePackages, root } from './lib/ensure.mjs';
import { main, run, say } from './lib/run.mjs';

const require = createRequire(import.meta.url);
const folder = join(root, 'out/test/attack');

await main(async () => {
  const { values, positionals } = parseArgs({
    options: { seconds: { type: 'string', default: '300' }, seed: { type: 'string' } },
    allowPositionals: true,
  });
  const seed = Number(values.seed ?? Math.floor(Math.random() * 2 ** 30));
  await ensurePackages();
  await run(process.execPath, ['esbuild.mjs'], { cwd: root });
  const attacks = readdirSync(folder)
    .filter((file) => file.endsWith('.js') && (positionals.length === 0 || positionals.includes(file.slice(0, -3))))
    .map((file) => require(join(folder, file)))
    .filter(({ name, run }) => name && run);
  if (attacks.length === 0) throw new Error(`There is no such attack: ${positionals.join(', ')}.`);
  let faults = 0;
  for (const attack of attacks) {
    say(`${attack.name}, seed ${seed}`);
    const rows = await attack.run({ seconds: Number(values.seconds) / attacks.length, seed });
    process.stdout.write(`\n${attack.name} (seed ${seed})\n`);
    for (const { counter, count, isFault, example } of rows) {
      if (isFault) faults += count;
      process.stdout.write(`  ${String(count).padStart(8)}  ${isFault && count > 0 ? '✗ ' : ''}${counter}\n`);
      if (example) process.stdout.write(`            ${example.slice(0, 1500)}\n`);
    }
  }
  process.stdout.write(`\n${faults} faults\n`);
  return faults === 0 ? 0 : 1;
});
