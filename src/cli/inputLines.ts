/** A line longer than this is hardly a document, and would not fit into one string twice. In bytes. */
const LINE_LIMIT = 128 * 1024 * 1024;

/**
 * The lines of a stream, in bytes and without their LF, one at a time; undefined for one that is too long. Only LF ends
 * them: readers of Node also split at U+2028, which stands in texts.
 */
export async function* inputLines(input: AsyncIterable<Buffer>): AsyncGenerator<Buffer | undefined> {
  let parts: Buffer[] = [];
  let length = 0;
  const add = (part: Buffer) => {
    length += part.length;
    if (length <= LINE_LIMIT) parts.push(part);
    else parts = [];
  };
  const take = () => {
    const line = length > LINE_LIMIT ? undefined : Buffer.concat(parts);
    parts = [];
    length = 0;
    return line;
  };
  for await (const chunk of input) {
    let start = 0;
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, start)) {
      add(chunk.subarray(start, end));
      start = end + 1;
      yield take();
    }
    add(chunk.subarray(start));
  }
  if (length > 0) yield take();
}
