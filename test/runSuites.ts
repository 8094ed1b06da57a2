import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import Mocha from 'mocha';
import CountingReporter from '../scripts/lib/countingReporter.cjs';

/** Runs every `*.test.js` below `folder` in this process; rejects where one failed or none was there. */
export async function runSuites(folder: string): Promise<void> {
  const mocha = new Mocha({ ui: 'bdd', timeout: 20_000, color: false, reporter: CountingReporter });
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.test.js'));
  for (const file of files.sort()) mocha.addFile(join(folder, file));
  const failures = await new Promise<number>((resolve) => {
    mocha.run(resolve);
  });
  if (failures > 0 || files.length === 0) throw new Error(`${failures} failed of ${files.length} files`);
}
