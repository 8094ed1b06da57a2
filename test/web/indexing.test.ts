import * as vscode from 'vscode';
import type { ContextRow } from '../../src/core/explore/explore';
import { webIndexer } from '../../src/store/webIndexer';

/** What this suite sees started: the extension runs in the same place. */
const started: string[] = [];
const OwnWorker = globalThis.Worker;
globalThis.Worker = class extends OwnWorker {
  constructor(address: string | URL, options?: WorkerOptions) {
    super(address, options);
    // the editor names it after what has started it, too
    started.push(options?.name?.split(' ').at(-1) ?? '');
  }
};

const never = new AbortController().signal;
const TEXT = '甲报记者：进度如何？\n林远厅长：产量增长5.5%，落实“三稳三不准”。\n';
const PATHS = Array.from({ length: 40 }, (_, index) => `memory:/${index}.txt`);
const source = {
  stamp: async () => '',
  content: async (path: string) => ({ name: path, bytes: new TextEncoder().encode(TEXT) }),
};
const program = () => {
  const { extensionUri } = vscode.extensions.getExtension('policy-transcripts.policy-transcripts')!;
  return Promise.resolve(vscode.workspace.fs.readFile(vscode.Uri.joinPath(extensionUri, 'dist/indexWebWorker.js')));
};

function equal(actual: unknown, expected: unknown): void {
  const [is, should] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (is !== should) throw new Error(`expected ${should}, got ${is}`);
}

/** What an index whose worker `load` gives has to say, and why it has none. */
async function look(load: () => Promise<Uint8Array>) {
  const fallbacks: string[] = [];
  const indexer = webIndexer(source, load, (reason) => fallbacks.push(reason));
  try {
    const told: string[] = [];
    const files = new Map(PATHS.map((path) => [path, 'content' as const]));
    let last = 0;
    await indexer.index(
      files,
      (entries) => told.push(...entries.flatMap(({ path, head }) => (head ? [path] : []))),
      ({ done }) => {
        last = done;
      },
      never,
    );
    const rows: ContextRow[] = [];
    const request = { mode: 'rows', query: { find: 'slogans', slogan: ['三稳三不准'] } } as const;
    await indexer.ask(
      PATHS,
      request,
      (page) => rows.push(...page),
      () => {},
      never,
      new Map(),
    );
    const stop = new AbortController();
    const given = indexer.parts(PATHS, { lists: ['claims'] }, () => {}, stop.signal).catch((reason) => reason);
    stop.abort('enough');
    return { told, last, rows: rows.map(({ path }) => path), given: await given, fallbacks };
  } finally {
    indexer.dispose();
  }
}

describe('the index in a browser', () => {
  const all = { told: PATHS, last: PATHS.length, rows: PATHS, given: 'enough' };

  it('of the extension itself works in a worker', async () => {
    await vscode.commands.executeCommand('vscode.executeWorkspaceSymbolProvider', '三保三防');
    for (let attempt = 0; attempt < 100 && started.length === 0; attempt++)
      await new Promise((resolve) => setTimeout(resolve, 50));
    equal(started, ['index']);
  });

  it('answers from a worker', async () => {
    const before = started.length;
    equal(await look(program), { ...all, fallbacks: [] });
    equal(started.slice(before), ['index']);
  });

  it('answers without one where none can be started, and says why', async () => {
    const broken = await look(async () => new TextEncoder().encode('throw new Error("no workers here");'));
    equal({ ...broken, fallbacks: [] }, { ...all, fallbacks: [] });
    equal(broken.fallbacks.length === 1 && broken.fallbacks[0]!.includes('no workers here'), true);
    const missing = await look(() => Promise.reject(new Error('no such file')));
    equal(missing, { ...all, fallbacks: ['no such file'] });
    const Spy = globalThis.Worker;
    globalThis.Worker = class {
      constructor() {
        throw new Error('refused');
      }
    } as unknown as typeof Worker;
    try {
      equal(await look(program), { ...all, fallbacks: ['refused'] });
    } finally {
      globalThis.Worker = Spy;
    }
  });
});
