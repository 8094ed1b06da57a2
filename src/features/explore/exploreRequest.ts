import type { Codebook } from '../../core/codebook/codebook';
import type { ExploreRequest } from '../../core/explore/explore';
import { engine } from '../../host/engine';
import type { NameLists } from '../../host/nameLists';
import type { Choice } from './messages';
import { withFind } from './withFind';

/** What has to be asked of the transcripts for what a person has chosen. */
export async function exploreRequest(choice: Choice, codebook: Codebook, names: NameLists): Promise<ExploreRequest> {
  const { mode, by, across, measure, nearness } = choice;
  const query = withFind(choice);
  switch (mode) {
    case 'matrix':
      return by === 'tag' && across === 'tag'
        ? { mode: 'together', query, codebook, nearness }
        : { mode: 'matrix', query, codebook, by, across, measure };
    case 'counts':
      return { mode: 'matrix', query, codebook, by, across: 'nothing', measure };
    case 'figures':
      return { mode: 'figures', query, codebook, indicators: await names.indicators() };
    case 'slogans':
      return {
        ...{ mode: 'slogans', query, codebook, slogans: await names.slogans(), isCompared: choice.isCompared },
        ...(choice.against.trim() === '' ? {} : { against: engine().readQuery(choice.against).query }),
      };
    default:
      return { mode: 'rows', query, codebook, ...(choice.counted ? { counted: choice.counted } : {}) };
  }
}
