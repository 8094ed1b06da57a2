const quote = (words: string): string => `'${words.replaceAll("'", `'\\''`)}'`;

/** What a merge leaves where the program cannot run: markers, and a conflict. OURS alone would lose theirs at the commit. */
const AS_TEXT = 'git merge-file "$2" "$1" "$3"; exit 1';

/**
 * The shell script that git runs with base, ours and theirs: `runtime` is the editor's own program, which acts as Node.
 * Exit codes of the merge itself are passed on (0 merged, 1 conflict, above 128 failed).
 */
export const wrapperText = (runtime: string, cli: string): string => `#!/bin/sh
# Merges annotation files by entry. Written anew by the extension whenever it starts.
if [ -f ${quote(runtime)} ] && [ -f ${quote(cli)} ]; then
  ELECTRON_RUN_AS_NODE=1 ${quote(runtime)} ${quote(cli)} merge "$1" "$2" "$3"
  status=$?
  if [ $status -le 1 ] || [ $status -eq 129 ]; then exit $status; fi
fi
${AS_TEXT}
`;

/** The value of `merge.NAME.driver`: works, as a text merge, even when the wrapper is gone. */
export const mergeDriver = (wrapper: string): string => {
  const path = wrapper.replaceAll('\\', '/');
  return `sh -c 'if [ -f "$4" ]; then sh "$4" "$1" "$2" "$3"; else ${AS_TEXT}; fi' -- %O %A %B ${quote(path)}`;
};
