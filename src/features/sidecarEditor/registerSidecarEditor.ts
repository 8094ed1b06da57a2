import {
  type CancellationToken,
  CompletionItem,
  CompletionItemKind,
  Disposable,
  Hover,
  languages,
  type Position,
  Range,
  type TextDocument,
} from 'vscode';
import { SIDECAR_SUFFIX } from '../../core/annotation/annotation';
import { engine } from '../../host/engine';
import { attributeNames } from '../../host/knownNames';
import { namesToOffer, offerWords, placeIn } from '../../host/offerWords';
import type { Services } from '../../host/services';
import { transcriptOf } from '../../host/sidecars';
import { registerAnnotationProblems } from './annotationProblems';

const SIDECARS = { pattern: `**/*${SIDECAR_SUFFIX}` };

/** Problems of annotations, with quick fixes; tags of the codebook inside the YAML file. */
export function registerSidecarEditor(services: Services): Disposable {
  const { codebooks } = services;
  return Disposable.from(
    registerAnnotationProblems(services),
    languages.registerCompletionItemProvider(
      SIDECARS,
      {
        async provideCompletionItems(document, position, token) {
          if (!isInTags(document, position)) return offerFacts(services, document, position, token);
          const { codebook } = await codebooks.load(transcriptOf(document.uri));
          return engine()
            .allTags(codebook)
            .map(({ path, description }) => {
              const item = new CompletionItem(path, CompletionItemKind.EnumMember);
              item.range = document.getWordRangeAtPosition(position, TAG) ?? new Range(position, position);
              if (description) item.documentation = description;
              return item;
            });
        },
      },
      '[',
      ' ',
      ',',
      '/',
    ),
    languages.registerHoverProvider(SIDECARS, {
      async provideHover(document, position) {
        const range = isInTags(document, position) ? document.getWordRangeAtPosition(position, TAG) : undefined;
        if (!range) return undefined;
        const { codebook } = await codebooks.load(transcriptOf(document.uri));
        const tag = engine().findTag(codebook, document.getText(range));
        return tag?.description ? new Hover(tag.description, range) : undefined;
      },
    }),
  );
}

/** Keys of a document that this program reads. */
const FACTS = ['title', 'date', 'outlet', 'url', 'region', 'note', 'attributes'];

/** What a transcript's own entry can hold: its keys, attributes that the workspace has, and their values. */
async function offerFacts(services: Services, document: TextDocument, position: Position, token: CancellationToken) {
  const { keys, at, typed } = placeIn(document, position);
  const [top, fact = '', attribute = ''] = keys;
  if (top !== 'document') return undefined;
  if (keys.length === 1) return at === 'value' ? undefined : offerWords(FACTS, 'key', position, typed);
  if (fact !== 'attributes' && fact !== 'region') return undefined;
  const names = await namesToOffer(services, token);
  if (fact === 'region') return offerWords(names.values.region ?? [], 'value', position, typed);
  if (keys.length === 3) return offerWords(names.values[attribute] ?? [], 'value', position, typed);
  return offerWords(attributeNames(names), 'key', position, typed);
}

const TAG = /[^\s,[\]"':]+/u;

/** Whether a place is inside the tags of an entry: between brackets, or in a list below the key. */
function isInTags(document: TextDocument, { line, character }: Position): boolean {
  const before = document.lineAt(line).text.slice(0, character);
  if (/tags:\s*\[[^\]]*$/u.test(before)) return true;
  if (!/^\s*-\s*\S*$/u.test(before)) return false;
  for (let above = line - 1; above >= 0; above--) {
    const words = document.lineAt(above).text;
    if (/^\s*-\s*\S*\s*$/u.test(words)) continue;
    return /^\s*(?:-\s+)?tags:\s*$/u.test(words);
  }
  return false;
}
