import { commands, type Disposable, l10n, type QuickPickItem, type Uri, window } from 'vscode';
import type { DocumentFacts } from '../../core/annotation/annotation';
import type { FactsChange } from '../../core/annotation/sidecarOperation';
import { engine } from '../../host/engine';
import { COMMANDS } from '../../host/ids';
import type { Services } from '../../host/services';

type Fact = 'title' | 'date' | 'outlet' | 'url';

/** Title, date and source address of a transcript, kept in its sidecar. The date tells what 今年 and 上半年 mean. */
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
    // one after the other, until the person goes away
    let known = analysed.facts;
    for (let fact = await pickFact(known, analysed.date); fact; fact = await pickFact(known, analysed.date)) {
      const typed = await askFor(fact, known[fact] ?? (fact === 'date' ? analysed.date : undefined));
      if (typed === undefined || typed.trim() === (known[fact] ?? '')) continue;
      if (!(await set(uri, { [fact]: typed.trim() || null }))) return;
      known = (await services.sidecars.load(uri)).sidecar.document;
    }
  });
}

async function pickFact(facts: DocumentFacts, stated: string | undefined): Promise<Fact | undefined> {
  const found = stated === undefined ? '' : l10n.t('{0} (found in the text)', stated);
  const item = (fact: Fact, label: string, now: string): QuickPickItem & { fact: Fact } => ({
    fact,
    label,
    description: now || l10n.t('not set'),
  });
  const items = [
    item('title', l10n.t('Title'), facts.title ?? ''),
    item('date', l10n.t('Date'), facts.date ?? found),
    item('outlet', l10n.t('Published by'), facts.outlet ?? ''),
    item('url', l10n.t('Source address'), facts.url ?? ''),
  ];
  return (await window.showQuickPick(items, { title: l10n.t('Title, Date and Source') }))?.fact;
}

const askFor = (fact: Fact, value: string | undefined): Thenable<string | undefined> =>
  window.showInputBox({
    // the caret at the end: typing must not replace what is there
    ...(value === undefined ? {} : { value, valueSelection: [value.length, value.length] as [number, number] }),
    ...PROMPTS[fact](),
    validateInput: (typed) => {
      const words = typed.trim();
      if (words === '') return '';
      if (fact === 'date' && !engine().isDay(words)) return l10n.t('Type a day as 2024-09-12.');
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
  url: () => ({
    title: l10n.t('Source address'),
    prompt: l10n.t('Where the text was published. Leave empty to remove.'),
  }),
};
