import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';

interface Metafile {
  readonly outputs: Readonly<Record<string, { readonly inputs: Readonly<Record<string, { bytesInOutput: number }>> }>>;
}

/** What the page of Explore may weigh beyond the table library, in bytes: it is loaded with every panel. */
const MOST = 60_000;

describe('the page of Explore', () => {
  it('weighs little beyond its table', () => {
    const options = { entryPoints: ['src/features/explore/webview/explore.ts'], outdir: 'out', write: false };
    const all = JSON.stringify({ ...options, bundle: true, minify: true, metafile: true });
    const script = `console.log(JSON.stringify(require('esbuild').buildSync(${all}).metafile))`;
    const { stdout } = spawnSync(process.execPath, ['-e', script], { encoding: 'utf8', maxBuffer: 1e8 });
    const { outputs } = JSON.parse(stdout) as Metafile;
    const inputs = Object.values(outputs).flatMap((output) => Object.entries(output.inputs));
    const own = inputs.filter(([path]) => !path.includes('tabulator-tables'));
    const bytes = own.reduce((sum, [, { bytesInOutput }]) => sum + bytesInOutput, 0);
    assert.ok(bytes > 10_000 && bytes <= MOST, `${bytes} bytes`);
  });
});
