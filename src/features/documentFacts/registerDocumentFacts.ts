import { commands, type Disposable, l10n, type QuickPickItem, type Uri, window } from 'vscode';
import type { DocumentFacts } from '../../core/annotation/annotation';
import type { FactsChange } from '../../core/annotation/sidecarOperation';
import { type KnownNames, NO_NAMES } from '../../core/explore/knownNames';
import { engine } from '../../host/engine';
import { COMMANDS } from '../../host/ids';
import { attributeNames, knownNames } from '../../host/knownNames';
import type { Services } from '../../host/services';
import { pickOrType } from './pickOrType';

type Fact = 'title' | 'date' | 'outlet' | 'url' | 'region';

/** One of the facts, an attribute of the analyst's own, or a new one. */
type Chosen = { readonly fact: Fact } | { readonly attribute: string } | 'new';

/** Title, date, source, region and attributes of a transcript, kept in its sidecar. The date tells what 今年 and 上半年 mean. */
export function registerDocumentFacts(services: Services): Disposable {
  const set = (transcript: Uri, facts: FactsChange) =>
    services.history.run(l10n.t('title, date and source'), [
      { transcript, operations: [{ kind: 'setDocument', facts }] },
    ]);
  return commands.registerCommand(COMMANDS.setDocumentFacts, async (facts?: DocumentFacts) => {
    const analysed = services.analyses.active();
    if (!analysed) {
      window.showInformationMessage(l10n.t('Open a transcript first.'));
      return;
    }
    const { uri } = analysed.document;
    if (facts) {
      await set(uri, facts);
      return;
    }
    const found = { date: analysed.date, title: engine().foundTitle(analysed.source.text, analysed) };
    // looked up meanwhile; what most transcripts have is offered first
    const names = knownNames(services, new AbortController().signal).catch((error: Error) => {
      services.log.error('names could not be told', error);
      return NO_NAMES;
    });
    // one after the other, until the person goes away
    let known = analysed.facts;
    for (let chosen = await pickFact(known, found); chosen; chosen = await pickFact(known, found)) {
      const change = await askForChange(chosen, known, found, names);
      if (!change) continue;
      if (!(await set(uri, change))) return;
      known = (await services.sidecars.load(uri)).sidecar.document;
    }
  });
}

/** What the text itself says. */
interface Found {
  readonly title: string | undefined;
  readonly date: string | undefined;
}

async function askForChange(
  chosen: Chosen,
  known: DocumentFacts,
  found: Found,
  names: Promise<KnownNames>,
): Promise<FactsChange | undefined> {
  if (chosen !== 'new' && 'fact' in chosen) {
    const { fact } = chosen;
    if (fact === 'region') {
      const typed = await pickOrType({ ...PROMPTS.region(), value: known.region ?? '' }, valuesOf(names, 'region'));
      return typed === undefined || typed === (known.region ?? '') ? undefined : { region: typed || null };
    }
    const offered = fact === 'title' || fact === 'date' ? found[fact] : undefined;
    const words = (await askFor(fact, known[fact] ?? offered))?.trim();
    const typed = fact === 'date' && words ? engine().readOneDay(words) : words;
    return typed === undefined || typed === (known[fact] ?? '') ? undefined : { [fact]: typed || null };
  }
  const key = chosen === 'new' ? await askForKey(names, known) : chosen.attribute;
  if (!key) return undefined;
  const before = known.attributes?.[key] ?? '';
  const prompt = l10n.t('The same for all documents of a kind, so that it can be asked for. Leave empty to remove.');
  const typed = await pickOrType({ title: key, value: before, prompt }, valuesOf(names, key));
  if (typed === undefined || typed === before) return undefined;
  const { [key]: _, ...others } = known.attributes ?? {};
  const attributes = typed === '' ? others : { ...others, [key]: typed };
  return { attributes: Object.keys(attributes).length > 0 ? attributes : null };
}

const valuesOf = async (names: Promise<KnownNames>, key: string) => (await names).values[key] ?? [];

const askForKey = (names: Promise<KnownNames>, { attributes = {} }: DocumentFacts): Promise<string | undefined> =>
  pickOrType(
    {
      title: l10n.t('New Attribute'),
      prompt: l10n.t('Its name, such as body or type'),
      value: '',
      fault: (typed) => (/^[^:#\n]{1,40}$/u.test(typed) ? '' : l10n.t('Type a short name.')),
    },
    names.then((all) => attributeNames(all).filter((key) => !Object.hasOwn(attributes, key))),
  );

async function pickFact(facts: DocumentFacts, found: Found): Promise<Chosen | undefined> {
  const item = (label: string, now: string | undefined, chosen: Chosen): QuickPickItem & { chosen: Chosen } => ({
    ...{ chosen, label },
    description: now || l10n.t('not set'),
  });
  const inText = (words: string | undefined) => words && l10n.t('{0} (found in the text)', words);
  const items = [
    item(l10n.t('Title'), facts.title ?? inText(found.title), { fact: 'title' }),
    item(
      l10n.t('Date'),
      facts.date ?? (found.date && l10n.t('{0} (found in the text or the file’s name)', found.date)),
      { fact: 'date' },
    ),
    item(l10n.t('Published by'), facts.outlet, { fact: 'outlet' }),
    item(l10n.t('Source address'), facts.url, { fact: 'url' }),
    item(l10n.t('Region'), facts.region, { fact: 'region' }),
    ...Object.entries(facts.attributes ?? {}).map(([key, value]) => item(key, value, { attribute: key })),
    { label: l10n.t('New Attribute…'), chosen: 'new' as const },
  ];
  return (await window.showQuickPick(items, { title: l10n.t('Title, Date and Source') }))?.chosen;
}

const askFor = (fact: Fact, value: string | undefined): Thenable<string | undefined> =>
  window.showInputBox({
    // the caret at the end: typing must not replace what is there
    ...(value === undefined ? {} : { value, valueSelection: [value.length, value.length] as [number, number] }),
    ...PROMPTS[fact](),
    validateInput: (typed) => {
      const words = typed.trim();
      if (words === '') return '';
      if (fact === 'date' && !engine().readOneDay(words)) return l10n.t('Type a day as 2024-09-12.');
      if (fact === 'url' && !/^https?:\/\/\S+$/iu.test(words)) return l10n.t('Type an address that begins with http.');
      return '';
    },
  });

const PROMPTS: Readonly<Record<Fact, () => { title: string; prompt: string }>> = {
  title: () => ({ title: l10n.t('Title'), prompt: l10n.t('What the event is called. Leave empty to remove.') }),
  date: () => ({
    title: l10n.t('Date'),
    prompt: l10n.t('The day of the event, as 2024-09-12: tells what “this year” means in its figures.'),
  }),
  outlet: () => ({
    title: l10n.t('Published by'),
    prompt: l10n.t('The newspaper, site or office that published the text. Leave empty to remove.'),
  }),
  region: () => ({
    title: l10n.t('Region'),
    prompt: l10n.t('The area that 全省 or 我市 mean here, by its full name: 山西省. Leave empty to remove.'),
  }),
  url: () => ({
    title: l10n.t('Source address'),
    prompt: l10n.t('Where the text was published. Leave empty to remove.'),
  }),
};
