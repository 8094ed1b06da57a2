import { workspace } from 'vscode';
import type { Query } from '../../core/query/query';
import { type Span, sliceOf } from '../../core/text/span';
import type { AnnotationReference } from '../../host/annotationReference';
import { transcriptAt } from '../../host/annotationReference';
import { type FindingReference, isReference, placeOf, readReference } from '../../host/findingReference';
import { findingsAt } from '../../host/findings';
import type { Services } from '../../host/services';
import type { TreeNode } from '../../host/tree';
import type { Choice } from './messages';

type Asked = Partial<Choice> | undefined;

/** What a key binding passes, or that for which a node of a view or the link of a hover stands, asked of all transcripts. */
export async function asChoice(services: Services, argument: unknown): Promise<Asked> {
  if (typeof argument !== 'object' || argument === null) return undefined;
  if ('query' in argument || 'mode' in argument) return argument as Asked;
  if (isReference(argument)) return ofFinding(services, argument);
  if (isAnnotation(argument)) return ofAnnotation(services, argument);
  return 'label' in argument ? ofNode(services, argument as TreeNode) : undefined;
}

const passages = (query: Query): Asked => ({ mode: 'passages', within: 'all', query });
const figuresOf = (indicator: string): Asked => ({ mode: 'figures', within: 'all', query: {}, indicator });

async function ofNode(services: Services, node: TreeNode): Promise<Asked> {
  const { context = '', value, asks } = node;
  if (asks) return asks.indicator ? figuresOf(asks.indicator[0]!) : passages(asks);
  const annotation = typeof value === 'object' && value !== null && isAnnotation(value) ? value : undefined;
  if (annotation) return ofAnnotation(services, annotation);
  const name = typeof value === 'string' ? value : '';
  switch (context) {
    case 'slogan':
    case 'mention':
      return passages({ find: 'slogans', slogan: [name] });
    case 'turn':
      return passages({ find: 'turns', speaker: [name] });
    case 'tag':
    case 'unknownTag':
      return passages({ tags: { any: [name] } });
    default: {
      const reference = readReference(node, () => undefined);
      return reference && ofFinding(services, reference);
    }
  }
}

async function ofFinding({ analyses, indicators }: Services, reference: FindingReference): Promise<Asked> {
  const { uri, range } = placeOf(reference);
  const document = await workspace.openTextDocument(uri);
  const analysed = analyses.get(document);
  const { claim, slogan, labelled } = findingsAt(analysed, analysed.source.offset(range.start));
  if (reference.kind === 'slogan' && slogan) return passages({ find: 'slogans', slogan: [slogan.name] });
  if (reference.kind === 'speaker' && labelled)
    return passages({ find: 'turns', speaker: [labelled.speaker || labelled.label] });
  if (reference.kind !== 'claim' || !claim) return undefined;
  const summary = analyses.summary(document).claims[analysed.claims.indexOf(claim)];
  const indicator = summary ? indicators.of(document.uri, summary).indicator : '';
  const words = (span: Span) => sliceOf(analysed.source.text, span);
  return indicator === '' ? passages({ find: 'figures', words: [words(claim)] }) : figuresOf(indicator);
}

/** All that has one of its tags; below a tag of the view, that one. */
async function ofAnnotation({ sidecars }: Services, reference: AnnotationReference): Promise<Asked> {
  if ('tag' in reference && typeof reference.tag === 'string') return passages({ tags: { any: [reference.tag] } });
  const { sidecar } = await sidecars.load(transcriptAt(reference));
  const { tags = [] } = sidecar.annotations.find(({ id }) => id === reference.id) ?? {};
  return tags.length > 0 ? passages({ tags: { any: tags } }) : undefined;
}

const isAnnotation = (value: object): value is AnnotationReference =>
  'id' in value && 'uri' in value && !('label' in value);
