import { l10n, type QuickPickItem, window } from 'vscode';
import type { SloganFacts } from '../../core/annotation/annotation';
import { type Span, sliceOf } from '../../core/text/span';
import { engine } from '../../host/engine';
import type { Services } from '../../host/services';
import { nameWords } from '../../host/wording';
import type { CorrectionValue, Finding } from './finding';

/** As far behind a slogan what it stands for is offered. */
const REACH = 300;

/** Asks what a slogan is called and stands for: words that are selected in the text, or parts of what follows it. */
export async function askForSlogan(services: Services, finding: Finding): Promise<CorrectionValue | undefined> {
  const { analysed, span } = finding;
  const slogan = analysed.slogans.find(({ start }) => start === span.start)!;
  const selected = await selectedElsewhere(services, finding);
  const title = l10n.t('Correct Slogan: {0}', slogan.name);
  const words = (spans: readonly Span[]) => spans.map((one) => nameWords(sliceOf(analysed.source.text, one)));
  const choices = [
    ...(selected.length > 0
      ? [
          {
            label: l10n.t('It stands for what is selected'),
            description: words(selected).join('、'),
            ask: async () => ({ items: targets(finding, selected) }),
          },
        ]
      : []),
    {
      label: l10n.t('What it stands for'),
      description: words(slogan.items).join('、') || l10n.t('not told'),
      ask: () => chooseItems(finding, slogan.items, title),
    },
    { label: l10n.t('What it is called'), description: slogan.name, ask: () => typeName(slogan.name, title) },
  ];
  const chosen = await window.showQuickPick(choices, { title, placeHolder: l10n.t('What is wrong?') });
  const facts: SloganFacts | undefined = await chosen?.ask();
  return facts && { slogan: facts };
}

const targets = ({ analysed }: Finding, spans: readonly Span[]) =>
  [...spans].sort((a, b) => a.start - b.start).map((span) => engine().describeTarget(analysed.source.text, span));

/** What is selected in the transcript and is not the slogan itself. */
async function selectedElsewhere({ words }: Services, { analysed, span }: Finding): Promise<Span[]> {
  const { document, source } = analysed;
  const editor = window.visibleTextEditors.find((one) => one.document === document);
  const selected = (editor?.selections ?? []).filter(({ isEmpty }) => !isEmpty).map((one) => source.span(one));
  const whole = await words.selected(analysed, selected);
  return whole.filter(({ start, end }) => end <= span.start || span.end <= start);
}

async function chooseItems(
  finding: Finding,
  present: readonly Span[],
  title: string,
): Promise<SloganFacts | undefined> {
  const { text } = finding.analysed.source;
  const others = partsBehind(text, finding.span).filter(
    (part) => !present.some((item) => item.start < part.end && part.start < item.end),
  );
  const items = [...present, ...others].map((span): QuickPickItem & { span: Span } => ({
    span,
    label: nameWords(sliceOf(text, span)),
    picked: present.includes(span),
  }));
  const chosen = await window.showQuickPick(items, {
    title,
    placeHolder: l10n.t('Tick what it stands for, or select it in the text first'),
    canPickMany: true,
  });
  if (!chosen || chosen.length === 0) return undefined;
  return {
    items: targets(
      finding,
      chosen.map(({ span }) => span),
    ),
  };
}

async function typeName(name: string, title: string): Promise<SloganFacts | undefined> {
  const typed = (await window.showInputBox({ title, value: name }))?.trim();
  return typed && typed !== name ? { name: typed } : undefined;
}

/** What stands between marks behind a place. */
function partsBehind(text: string, { end }: Span): Span[] {
  const reach = text.slice(end, end + REACH);
  return [...reach.matchAll(/[^\s，、；：。！？“”‘’（）]{2,}/gu)].map(({ 0: words, index }) => ({
    start: end + index,
    end: end + index + words.length,
  }));
}
