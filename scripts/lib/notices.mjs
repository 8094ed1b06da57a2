// The licences of what ships inside the bundles, and of nodejieba with what is compiled into it, as one text.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What nodejieba's binary is made of, besides packages; dictionaries are cppjieba's. */
const NATIVE = [
  { path: 'node_modules/nodejieba', name: 'nodejieba' },
  { path: 'node_modules/nodejieba/submodules/cppjieba', name: 'cppjieba' },
  { path: 'node_modules/nodejieba/submodules/cppjieba/deps/limonp', name: 'limonp' },
  { path: 'node_modules/nodejieba/node_modules/node-addon-api', name: 'node-addon-api' },
];

/** The folders of the packages that files in `inputs` (of esbuild's metafile) belong to. */
export const packagesOf = (inputs) => [
  ...new Set(inputs.flatMap((path) => /^.*\bnode_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/u.exec(path) ?? [])),
];

/** Throws where a package has no licence text: it must not be shipped then. */
export function noticesOf(root, inputs) {
  const bundled = packagesOf(inputs).map((path) => ({ path }));
  const notices = [...bundled, ...NATIVE].map(({ path, name }) => noticeOf(join(root, path), name));
  notices.sort((a, b) => (a.title < b.title ? -1 : 1));
  const intro = 'Policy Transcripts ships parts of the following packages, under their licences.\n';
  return [intro, ...notices.map(({ title, text }) => `${'='.repeat(80)}\n${title}\n\n${text.trim()}\n`)].join('\n');
}

function noticeOf(folder, name) {
  const manifest = existsSync(join(folder, 'package.json'))
    ? JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
    : { name, version: '' };
  const texts = licenceFiles(folder).map((file) => readFileSync(file, 'utf8'));
  const title = `${manifest.name} ${manifest.version} ${manifest.license ?? ''}`.trim();
  if (texts.length === 0 && manifest.license === 'MIT') texts.push(mitOf(folder, manifest));
  if (texts.length === 0) throw new Error(`${title} has no licence text in ${folder}.`);
  return { title, text: texts.join('\n') };
}

/** Files named for a licence or notice, and all files of a folder of licences. */
const licenceFiles = (folder) =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory())
      return /^licen[cs]es$/iu.test(entry.name) ? readdirSync(path).map((name) => join(path, name)) : [];
    const isNamed = /(?:^|_)(?:licen[cs]e|copying|notice)/iu.test(entry.name);
    return isNamed && /(?:^[^.]+|\.(?:md|markdown|txt))$/iu.test(entry.name) ? [path] : [];
  });

/** Some packages name the MIT licence and leave its text out: it is the text of our own. */
function mitOf(folder, { author }) {
  const own = readFileSync(fileURLToPath(new URL('../../LICENSE', import.meta.url)), 'utf8');
  const holder = typeof author === 'string' ? author : author?.name;
  if (!holder) throw new Error(`${folder} says neither its licence nor its author.`);
  return own.replace(/^Copyright.*$/mu, `Copyright (c) ${holder}`);
}
