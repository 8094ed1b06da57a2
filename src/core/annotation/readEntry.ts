import { type Alias, isAlias, isMap, isScalar, isSeq, type YAMLMap } from 'yaml';
import { CLAIM_KINDS, DIRECTIONS, MODALITIES } from '../claims/claim';
import { pairOf, wordOf } from '../yaml/nodes';
import type {
  Annotation,
  ClaimFacts,
  Correction,
  DocumentFacts,
  SloganFacts,
  SpeakerFacts,
  Target,
} from './annotation';

type Aliases = ReadonlyMap<Alias, unknown>;

/** What an entry means, or why it means nothing. */
export type Reading<T> = { readonly value: T } | { readonly fault: string };

/** Reads the parts of a sidecar. Aliases are followed one step at a time and never copied out. */
export class EntryReader {
  private readonly lists = new Map<unknown, readonly string[] | undefined>();

  constructor(private readonly aliases: Aliases) {}

  annotation(node: unknown): Reading<Annotation> {
    if (!isMap(node)) return { fault: 'not a map of keys' };
    const id = this.text(node, 'id');
    if (!id) return { fault: 'no "id"' };
    const target = this.target(node);
    if (!target) return { fault: 'no "target" with an "exact" quote' };
    const tags = this.tags(node);
    if (!tags) return { fault: '"tags" is not a list of words' };
    const { note, creator, created, conflictsWith } = this.texts(node, 'note', 'creator', 'created', 'conflictsWith');
    const orphan = this.text(node, 'resolution') === 'orphan';
    return {
      value: {
        id,
        tags,
        target,
        ...(note === undefined ? {} : { note }),
        ...(creator === undefined ? {} : { creator }),
        ...(created === undefined ? {} : { created }),
        ...(orphan ? { resolution: 'orphan' } : {}),
        ...(conflictsWith === undefined ? {} : { conflictsWith }),
      },
    };
  }

  correction(node: unknown): Reading<Correction> {
    if (!isMap(node)) return { fault: 'not a map of keys' };
    const target = this.target(node);
    if (!target) return { fault: 'no "target" with an "exact" quote' };
    const given = ['claim', 'slogan', 'speaker'].filter((key) => valueAt(node, key) !== undefined);
    if (given.length !== 1) return { fault: 'needs one of "claim", "slogan" and "speaker"' };
    const word = this.text(node, given[0]!);
    if (given[0] === 'speaker') {
      const speaker = word || this.speaker(this.get(node, 'speaker'));
      return speaker ? { value: { target, speaker } } : { fault: '"speaker" is no name' };
    }
    if (given[0] === 'slogan') {
      const slogan = word === 'accept' || word === 'reject' ? word : this.slogan(this.get(node, 'slogan'));
      return slogan
        ? { value: { target, slogan } }
        : { fault: '"slogan" is neither accept nor reject, nor a name or items' };
    }
    if (word === 'reject') return { value: { target, claim: 'reject' } };
    const claim = this.claim(this.get(node, 'claim'));
    return claim ? { value: { target, claim } } : { fault: '"claim" is neither reject nor facts of a figure' };
  }

  facts(node: unknown): Reading<DocumentFacts> {
    if (node === null || node === undefined || (isScalar(node) && node.value === null)) return { value: {} };
    if (!isMap(node)) return { fault: 'not a map of keys' };
    const facts = this.texts(node, 'title', 'date', 'url', 'outlet', 'region', 'note', 'original', 'originalHash');
    const attributes = this.attributes(this.get(node, 'attributes'));
    return { value: { ...facts, ...(attributes ? { attributes } : {}) } };
  }

  private attributes(node: unknown): Readonly<Record<string, string>> | undefined {
    if (!isMap(node)) return undefined;
    const pairs = node.items.flatMap(({ key, value }): [string, string][] => {
      const [name, word] = [wordOf(key), this.word(value)];
      return name === undefined || word === undefined ? [] : [[name, word]];
    });
    return pairs.length > 0 ? Object.fromEntries(pairs) : undefined;
  }

  private claim(node: unknown): ClaimFacts | undefined {
    if (!isMap(node)) return undefined;
    const value = this.get(node, 'value');
    const words = this.texts(node, 'unit', 'indicator');
    const number = isScalar(value) && typeof value.value === 'number' ? value.value : undefined;
    if (value !== undefined && !Number.isFinite(number)) return undefined;
    const kind = this.oneOf(node, 'kind', CLAIM_KINDS);
    const direction = this.oneOf(node, 'direction', DIRECTIONS);
    const modality = this.oneOf(node, 'modality', MODALITIES);
    const compared = this.oneOf(node, 'compared', ['no']);
    const period = this.get(node, 'period');
    const { from, to } = isMap(period) ? this.texts(period, 'from', 'to') : {};
    if ([kind, direction, modality, compared].includes(null) || (period !== undefined && !(from && to)))
      return undefined;
    const claim = {
      ...(number === undefined ? {} : { value: number }),
      ...words,
      ...(kind ? { kind } : {}),
      ...(from && to ? { period: { from, to } } : {}),
      ...(direction ? { direction } : {}),
      ...(modality ? { modality } : {}),
      ...(compared ? { compared } : {}),
    };
    return Object.keys(claim).length > 0 ? claim : undefined;
  }

  /** Null for a word that is none of them. */
  private oneOf<T extends string>(map: YAMLMap, key: string, known: readonly T[]): T | null | undefined {
    const word = this.text(map, key);
    return valueAt(map, key) === undefined ? undefined : (known.find((one) => one === word) ?? null);
  }

  private slogan(node: unknown): SloganFacts | undefined {
    if (!isMap(node)) return undefined;
    const name = this.text(node, 'name');
    const list = this.get(node, 'items');
    const items = isSeq(list) ? list.items.map((item) => this.targetIn(this.follow(item))) : [];
    if ((list !== undefined && items.length === 0) || items.includes(undefined)) return undefined;
    if (!name && items.length === 0) return undefined;
    return { ...(name ? { name } : {}), ...(items.length > 0 ? { items: items as Target[] } : {}) };
  }

  private speaker(node: unknown): SpeakerFacts | undefined {
    if (!isMap(node)) return undefined;
    const { name, role, outlet } = this.texts(node, 'name', 'role', 'outlet');
    if (!name) return undefined;
    return { name, ...(role === undefined ? {} : { role }), ...(outlet === undefined ? {} : { outlet }) };
  }

  private target = (entry: YAMLMap): Target | undefined => this.targetIn(this.get(entry, 'target'));

  private targetIn(node: unknown): Target | undefined {
    const exact = isMap(node) ? this.text(node, 'exact') : undefined;
    if (!isMap(node) || exact === undefined) return undefined;
    const { prefix = '', suffix = '', occurrence } = this.texts(node, 'prefix', 'suffix', 'occurrence');
    const at = this.get(node, 'start');
    const start = isScalar(at) && Number.isSafeInteger(at.value) && Number(at.value) >= 0 ? Number(at.value) : 0;
    return { exact, prefix, suffix, start, ...(occurrence === undefined ? {} : { occurrence }) };
  }

  private tags(entry: YAMLMap): readonly string[] | undefined {
    const written = valueAt(entry, 'tags');
    const node = this.follow(written);
    if (written === undefined || (isScalar(node) && node.value === null)) return [];
    if (!isSeq(node)) return undefined;
    if (!this.lists.has(node)) {
      const tags = node.items.map((item) => this.word(item));
      this.lists.set(node, tags.includes(undefined) ? undefined : (tags as string[]));
    }
    return this.lists.get(node);
  }

  /** The given keys that hold words. */
  private texts<K extends string>(map: YAMLMap, ...keys: K[]): { [key in K]?: string } {
    const found: { [key in K]?: string } = {};
    for (const key of keys) {
      const text = this.text(map, key);
      if (text !== undefined) found[key] = text;
    }
    return found;
  }

  private text = (map: YAMLMap, key: string): string | undefined => this.word(valueAt(map, key));

  private word = (node: unknown): string | undefined => wordOf(this.follow(node));

  private get = (map: YAMLMap, key: string): unknown => this.follow(valueAt(map, key));

  private follow = (node: unknown): unknown => (isAlias(node) ? this.aliases.get(node) : node);
}

const valueAt = (map: YAMLMap, key: string): unknown => pairOf(map, key)?.value ?? undefined;
