import type { Awaitable, Files } from './files';

/** What comes of an edit: the new text and the operations that take it back, or why the file is left as it was. */
export type Edit<Operation, Refused> =
  | { readonly text: string; readonly undo: readonly Operation[] }
  | { readonly refused: Refused };

export type AppliedEdit<Operation, Refused> = { readonly undo: readonly Operation[] } | { readonly refused: Refused };

/** Edits the freshly read file at `path` in one write, or not at all. Rejects with `FileProblem`. */
export async function applyEdit<Path, Operation, Refused>(
  files: Files<Path>,
  path: Path,
  edit: (text: string | undefined) => Awaitable<Edit<Operation, Refused>>,
): Promise<AppliedEdit<Operation, Refused>> {
  let made: Edit<Operation, Refused> | undefined;
  await files.update(path, async (text) => {
    made = await edit(text);
    return 'text' in made && made.text !== text ? made.text : undefined;
  });
  return made && 'refused' in made ? made : { undo: made?.undo ?? [] };
}
