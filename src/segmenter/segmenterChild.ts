import { type ChildProcess, fork } from 'node:child_process';
import type { Socket } from 'node:net';
import { parse, resolve } from 'node:path';
import { SegmenterFault } from './segmenter';
import type { SegmenterMessage, SegmenterReply, SegmenterRequest } from './segmenterMessages';

export interface SegmenterChildOptions {
  /** The bundle of segmenterProcess.ts. */
  readonly processFile: string;
  /** Absolute folders of nodejieba and of its dictionaries; found from `processFile` where they are not given. */
  readonly packageFolder?: string | undefined;
  readonly dictFolder?: string | undefined;
  /** How long loading may take, in milliseconds. */
  readonly loadLimit: number;
  /** How long one request may take, in milliseconds. */
  readonly requestLimit: number;
}

/** How much is kept of what the process writes to stderr, where it says why it aborts. */
const STDERR_KEPT = 4000;

/** One segmenter process from its start to its end. It holds up the end of this process only while it is asked. */
export class SegmenterChild {
  readonly pid: number | undefined;
  /** Resolves when words can be cut; rejects with a `SegmenterFault`. */
  readonly ready: Promise<void>;
  private readonly process: ChildProcess;
  private stderr = '';
  private ended: SegmenterFault | undefined;
  private waiting: { readonly settle: (reply: SegmenterReply | SegmenterFault) => void } | undefined;

  /** `onFault` is told, once, when the process ends without having been stopped. */
  constructor(
    private readonly options: SegmenterChildOptions,
    private readonly onFault: (fault: SegmenterFault) => void,
  ) {
    const file = resolve(options.processFile);
    this.process = fork(file, [], {
      execArgv: [],
      // Node does not start in a folder that is gone, and other folders should not be held
      cwd: parse(file).root,
      env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
      serialization: 'json',
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    this.pid = this.process.pid;
    this.process.on('error', (error) => this.fail(new SegmenterFault(error.message, false)));
    // not `exit`: what it wrote before comes with `close`
    this.process.on('close', (code, signal) => this.fail(new SegmenterFault(this.wordEnd(code, signal), false)));
    this.process.stderr?.setEncoding('utf8').on('data', (data: string) => {
      this.stderr = (this.stderr + data).slice(0, STDERR_KEPT);
    });
    this.process.on('message', (reply: SegmenterReply) => {
      if (reply.kind === 'failed') this.fail(new SegmenterFault(reply.reason, true));
      else this.waiting?.settle(reply);
    });
    const { packageFolder, dictFolder } = options;
    this.ready = this.expect(options.loadLimit, { kind: 'load', packageFolder, dictFolder }).then(() => {});
    this.ready.catch(() => {});
  }

  get isRunning(): boolean {
    return this.ended === undefined;
  }

  /** Adds words to those that are kept whole. */
  addWords(words: readonly string[]): void {
    this.send({ kind: 'words', words });
  }

  /** One request at a time, after `ready`. Rejects with a `SegmenterFault`; the process is dead then. */
  ask(request: SegmenterRequest): Promise<SegmenterReply> {
    return this.expect(this.options.requestLimit, request);
  }

  stop(reason: string): void {
    this.end(new SegmenterFault(reason, false));
  }

  private fail(fault: SegmenterFault): void {
    if (this.ended) return;
    this.onFault(fault);
    this.end(fault);
  }

  /** Kills the process, which has nothing to save; a stopped or busy one would not hear of anything else. */
  private end(fault: SegmenterFault): void {
    if (this.ended) return;
    this.ended = fault;
    this.process.kill('SIGKILL');
    this.waiting?.settle(fault);
  }

  private expect(limit: number, message: SegmenterMessage): Promise<SegmenterReply> {
    return new Promise((resolve, reject) => {
      if (this.ended) {
        reject(this.ended);
        return;
      }
      this.hold(true);
      const late = () => this.fail(new SegmenterFault(`no answer for ${limit} ms`, false));
      const timer = setTimeout(late, limit);
      this.waiting = {
        settle: (reply) => {
          clearTimeout(timer);
          this.waiting = undefined;
          this.hold(false);
          if (reply instanceof SegmenterFault) reject(reply);
          else resolve(reply);
        },
      };
      this.send(message);
    });
  }

  private send(message: SegmenterMessage): void {
    // a process that has just died is told of by `close`
    if (this.process.connected) this.process.send(message, () => {});
  }

  private hold(held: boolean): void {
    for (const handle of [this.process, this.process.channel, this.process.stderr as Socket | null]) {
      if (held) handle?.ref();
      else handle?.unref();
    }
  }

  private wordEnd(code: number | null, signal: NodeJS.Signals | null): string {
    const lines = this.stderr.trim().split('\n');
    const said = lines.find((line) => /error|fatal|failed/iu.test(line)) ?? lines[0]!;
    return `the process ended (${signal ?? code})${said === '' ? '' : `: ${said.trim()}`}`;
  }
}
