import { Uri } from 'vscode';
import type { AnnotationReference } from '../../host/annotationReference';
import { engine } from '../../host/engine';
import type { Step } from '../../host/history';
import type { Services } from '../../host/services';
import { fileName } from '../../host/wording';

/** What a note is about: an annotation, a whole transcript, or a tag of the transcript's codebook. */
export type Subject = AnnotationReference | { readonly uri: string } | { readonly uri: string; readonly tag: string };

/** The note, empty where there is none yet; undefined where its subject is gone. */
export async function readNote(services: Services, subject: Subject): Promise<string | undefined> {
  if ('tag' in subject) {
    const tag = await findTag(services, subject);
    return tag && (tag.note ?? '');
  }
  const { sidecar } = await services.sidecars.loadFresh(Uri.parse(subject.uri));
  if (!('id' in subject)) return sidecar.document.note ?? '';
  const annotation = sidecar.annotations.find(({ id }) => id === subject.id);
  return annotation && (annotation.note ?? '');
}

/** What the subject is called; undefined where it is gone. */
export async function nameSubject({ sidecars }: Services, subject: Subject): Promise<string | undefined> {
  if ('tag' in subject) return subject.tag;
  const uri = Uri.parse(subject.uri);
  if (!('id' in subject)) return fileName(uri);
  const { sidecar } = await sidecars.load(uri);
  return sidecar.annotations.find(({ id }) => id === subject.id)?.target.exact;
}

/** The step that writes a note, null for none, unless the note is no longer `before`. */
export function stepOf({ codebooks }: Services, subject: Subject, note: string | null, before: string | null): Step {
  const transcript = Uri.parse(subject.uri);
  const ifStill = { note: before };
  if ('tag' in subject) {
    const { tag: path } = subject;
    return {
      codebook: codebooks.uriFor(transcript),
      operations: [{ kind: 'setTag', path, values: { note }, ifStill }],
    };
  }
  if ('id' in subject) {
    return { transcript, operations: [{ kind: 'change', id: subject.id, changes: { note }, ifStill }] };
  }
  return { transcript, operations: [{ kind: 'setDocument', facts: { note }, ifStill }] };
}

async function findTag({ codebooks }: Services, { uri, tag }: { readonly uri: string; readonly tag: string }) {
  const { codebook } = await codebooks.loadFresh(Uri.parse(uri));
  return engine().findTag(codebook, tag);
}
