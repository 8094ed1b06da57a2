import { groupBy } from '../groupBy';
import type { Codebook, CodebookTag } from './codebook';

/** Several codebooks as one, such as those of the folders of a workspace; of a tag that several have the first tells the colour. */
export const joinCodebooks = (codebooks: readonly Codebook[]): Codebook => ({
  tags: joinTags(codebooks.flatMap(({ tags }) => tags)),
});

const joinTags = (tags: readonly CodebookTag[]): CodebookTag[] =>
  [...groupBy(tags, ({ name }) => name).values()].map((same) =>
    same.length === 1
      ? same[0]!
      : {
          ...Object.assign({}, ...[...same].reverse()),
          formerly: [...new Set(same.flatMap(({ formerly }) => formerly))],
          children: joinTags(same.flatMap(({ children }) => children)),
        },
  );
