import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { getL10nJson } from '@vscode/l10n-dev';
import { COMMANDS, CONTEXT, EXPLORE, LANGUAGE, SECTION, VIEWS } from '../../src/host/ids';

const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
const { contributes } = manifest;
const json = (path: string) => JSON.parse(readFileSync(path, 'utf8'));
const sources = () =>
  readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(`src/${name}`, 'utf8'));

/** The pictures of the walkthrough, in both languages. */
const pictures = (): string[] =>
  ['package.nls.json', 'package.nls.zh-cn.json'].flatMap((file) =>
    Object.values<string>(json(file)).filter((value) => value.endsWith('.png')),
  );

describe('manifest', () => {
  it('names every key of its texts, in both languages, and no others', () => {
    const used = new Set([...readFileSync('package.json', 'utf8').matchAll(/"%([\w.]+)%"/g)].map((match) => match[1]));
    for (const file of ['package.nls.json', 'package.nls.zh-cn.json']) {
      assert.deepEqual(Object.keys(json(file)).sort(), [...used].sort(), file);
    }
  });

  it('translates every text of the code into Chinese, and nothing else', async () => {
    // as one file, which is read thirty times as fast
    const bodies = sources()
      .filter((contents) => contents.includes('l10n'))
      .map((contents) => contents.replace(/^import[\s\S]*?;\n/gmu, ''));
    const contents = ["import { l10n } from 'vscode';", ...bodies].join('\n');
    const found = await getL10nJson([{ extension: '.ts', contents }]);
    const chinese = json('l10n/bundle.l10n.zh-cn.json');
    assert.deepEqual(Object.keys(chinese).sort(), Object.keys(found).sort());
    for (const [english, words] of Object.entries(chinese)) {
      const places = (text: string) => [...text.matchAll(/\{\d\}/g)].map(String).sort();
      assert.deepEqual(places(String(words)), places(english), english);
    }
  });

  it('declares the commands and views that the code registers', () => {
    const commands: string[] = contributes.commands.map((entry: { command: string }) => entry.command);
    const known: string[] = Object.values(COMMANDS);
    for (const command of commands) assert.ok(known.includes(command), command);
    const menus = Object.values(contributes.menus).flat() as { command: string }[];
    for (const { command } of [...menus, ...contributes.keybindings]) assert.ok(commands.includes(command), command);
    const views = Object.values(contributes.views).flat() as { id: string }[];
    assert.deepEqual(views.map(({ id }) => id).sort(), Object.values(VIEWS).sort());
  });

  it('asks only for context keys that the code sets', () => {
    const conditions = [...JSON.stringify(contributes).matchAll(/"(?:when|enablement)":"((?:[^"\\\\]|\\\\.)*)"/g)];
    const keys = new Set(conditions.flatMap(([, words]) => words!.match(/(?<![=~'/] ?)policyTranscripts\.\w+/g) ?? []));
    const known: string[] = [...Object.values(CONTEXT), ...Object.values(VIEWS), EXPLORE];
    assert.ok(keys.has(CONTEXT.isBrowserHost) && keys.has(CONTEXT.hasConflict));
    for (const key of keys) assert.ok(known.includes(key), key);
  });

  it('declares every setting that the code reads, under its prefix', () => {
    const declared = Object.keys(contributes.configuration.properties).map((key) => key.replace(`${SECTION}.`, ''));
    const read = [...readFileSync('src/host/settings.ts', 'utf8').matchAll(/\.get\('(\w+)'/g)].map((match) => match[1]);
    assert.deepEqual(declared.sort(), read.sort());
  });

  for (const [page, nls] of [
    ['docs/reference.md', 'package.nls.json'],
    ['docs/reference.zh-CN.md', 'package.nls.zh-cn.json'],
  ] as const) {
    const words = json(nls) as Record<string, string>;
    const worded = (key: string) => words[key.slice(1, -1)]!;

    it(`tells every setting in ${page}, with its meaning and default`, () => {
      const told = readFileSync(page, 'utf8').match(/^\| `policyTranscripts\.\w+` .*$/gmu);
      const settings = contributes.configuration.properties as Record<
        string,
        { default: unknown; description: string }
      >;
      const rows = Object.entries(settings).map(([name, { default: value, description }]) => {
        const shown = value === '' ? (page === 'docs/reference.md' ? 'empty' : '空') : `\`${value}\``;
        return `| \`${name}\` | ${worded(description)} | ${shown} |`;
      });
      assert.deepEqual(told, rows);
    });

    it(`tells every command of the palette in ${page}, with its keys`, () => {
      const table = /^\|[^|]*\|[^|]*\|\n\| --- \| --- \|\n((?:\|.*\n)+)/mu.exec(readFileSync(page, 'utf8'))?.[1];
      const menu = contributes.menus.commandPalette as { command: string; when: string }[];
      const hidden = new Set(menu.flatMap(({ command, when }) => (when === 'false' ? [command] : [])));
      const shownKey = (key: string) =>
        key.replace(/[^ +]+/gu, (name) => name[0]!.toUpperCase() + name.slice(1)).replace(/[^ ]+/gu, '`$&`');
      const rows = (contributes.commands as { command: string; title: string }[])
        .filter(({ command }) => !hidden.has(command))
        .map(({ command, title }) => {
          const bound = (contributes.keybindings as { command: string; key: string }[]).filter(
            (binding) => binding.command === command,
          );
          return `| ${worded(title)} | ${bound.map(({ key }) => shownKey(key)).join(', ')} |`;
        });
      assert.deepEqual(table?.trimEnd().split('\n'), rows);
    });
  }

  it('says what works where nobody trusts the folder, and heeds no setting there that names files or people', () => {
    const { untrustedWorkspaces, virtualWorkspaces } = manifest.capabilities;
    for (const { supported, description } of [untrustedWorkspaces, virtualWorkspaces]) {
      assert.equal(supported, 'limited');
      for (const nls of ['package.nls.json', 'package.nls.zh-cn.json']) {
        assert.ok(json(nls)[description.slice(1, -1)].length > 20);
      }
    }
    assert.deepEqual(untrustedWorkspaces.restrictedConfigurations, [`${SECTION}.codebook`, `${SECTION}.creator`]);
  });

  it('ships files that exist', () => {
    assert.equal(contributes.languages[0].id, LANGUAGE);
    const views = Object.values(contributes.views).flat() as { icon: string }[];
    const paths = [
      manifest.icon,
      contributes.languages[0].icon.light,
      contributes.languages[0].icon.dark,
      ...views.map(({ icon }) => icon),
      contributes.languages[0].configuration,
      contributes.grammars[0].path,
      contributes.viewsContainers.activitybar[0].icon,
      ...contributes.yamlValidation.map(({ url }: { url: string }) => url),
      ...pictures(),
    ];
    for (const path of paths) assert.ok(readFileSync(path).length > 0, path);
  });
});
