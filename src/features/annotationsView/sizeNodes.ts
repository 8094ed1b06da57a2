import { l10n } from 'vscode';
import { sidecarOf } from '../../host/sidecars';
import type { ShownTranscript } from '../../host/transcripts';
import type { TreeNode } from '../../host/tree';
import { fileName } from '../../host/wording';

/** Up to so many annotations of one file every change is there at once. */
const QUICK = 5000;

/** Files of so many annotations that changes take long are told of, and what helps. */
export const sizeNodes = (shown: readonly ShownTranscript[]): TreeNode[] =>
  shown
    .filter(({ annotations }) => annotations.length > QUICK)
    .map(({ uri, annotations }) => ({
      id: `size:${uri}`,
      label: l10n.t('{0} annotations in one file: changes take seconds', annotations.length),
      description: fileName(sidecarOf(uri)),
      tooltip: l10n.t(
        'Nothing is lost, but every change reads the whole file. Up to {0} annotations are quick: divide the transcript, by days or sessions say, and annotate its parts.',
        QUICK,
      ),
      icon: 'info',
      context: 'size',
    }));
