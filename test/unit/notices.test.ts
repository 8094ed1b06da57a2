import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';

describe('licences of what is shipped', () => {
  const notices = readFileSync('dist/ThirdPartyNotices.txt', 'utf8');
  const inputs: string[] = JSON.parse(readFileSync('dist/inputs.json', 'utf8'));
  const folders = new Set(
    inputs
      .filter((path) => path.includes('node_modules/'))
      .map((path) => {
        const parts = path.split('/');
        const at = parts.lastIndexOf('node_modules') + 1;
        return parts.slice(0, at + (parts[at]!.startsWith('@') ? 2 : 1)).join('/');
      }),
  );

  it('are those of every package in the bundles, in their own words', () => {
    assert.ok(folders.size >= 4, [...folders].join());
    for (const folder of folders) {
      const { name, version, author } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
      assert.ok(notices.includes(`${name} ${version} `), name);
      const file = readdirSync(folder).find((one) => /^licen[cs]e/iu.test(one));
      const words = file ? readFileSync(`${folder}/${file}`, 'utf8').trim() : `Copyright (c) ${author.name ?? author}`;
      assert.ok(notices.includes(words), `${name}: ${file}`);
    }
  });

  it('are those of nodejieba and what is compiled into it', () => {
    for (const name of ['nodejieba', 'cppjieba', 'limonp', 'node-addon-api']) {
      assert.match(notices, new RegExp(`^${name}\\b`, 'mu'));
    }
  });

  it('are in the package', () => {
    assert.match(readFileSync('.vscodeignore', 'utf8'), /^!dist\/ThirdPartyNotices\.txt$/mu);
  });
});
