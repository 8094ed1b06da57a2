import { l10n, Range } from 'vscode';
import { wordProblem } from '../../host/messages';
import { sidecarOf } from '../../host/sidecars';
import type { ShownTranscript } from '../../host/transcripts';
import type { TreeNode } from '../../host/tree';
import { fileName } from '../../host/wording';

/** Annotation files that cannot be read: what is in them is safe and not shown, which would look like lost. */
export function faultNodes(shown: readonly ShownTranscript[]): TreeNode[] {
  return shown.flatMap(({ uri, fault }): TreeNode[] => {
    if (!fault) return [];
    const sidecar = sidecarOf(uri);
    const { line, code } = fault;
    const hasMarkers = code === 'conflictMarkers';
    return [
      {
        id: `fault:${uri}`,
        label: hasMarkers
          ? l10n.t('The annotation file has conflict markers')
          : l10n.t('The annotation file cannot be read'),
        description: l10n.t('{0}, line {1}', fileName(sidecar), line + 1),
        tooltip: hasMarkers
          ? l10n.t(
              'Open it and choose “Merge Annotations by Entry”. Its annotations are safe; they are shown again once the conflict is resolved.',
            )
          : [
              wordProblem(fault),
              l10n.t(
                'Its annotations are safe; they are shown again once it is corrected. Click to open it at the line.',
              ),
            ].join(' '),
        icon: 'error',
        color: 'problemsErrorIcon.foreground',
        context: hasMarkers ? 'conflict' : 'fault',
        place: { uri: sidecar, range: new Range(line, 0, line, 0) },
      },
    ];
  });
}
