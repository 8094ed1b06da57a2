import { commands, Disposable, l10n, Uri, window, workspace } from 'vscode';
import type { KnownCodebook } from '../../host/codebooks';
import { engine } from '../../host/engine';
import { COMMANDS } from '../../host/ids';
import type { Services } from '../../host/services';
import { fileName } from '../../host/wording';

const FILTERS = { 'REFI-QDA Codebook': ['qdc'] };

/** The codebook as other programs for qualitative analysis read and write it (REFI-QDA, .qdc). */
export function registerExchange({ history, log }: Services, load: () => Promise<KnownCodebook>): Disposable {
  const guarded = (work: () => Promise<void>, name: () => string) =>
    work().catch((error) => {
      log.error('codebook exchange failed', error);
      window.showErrorMessage(l10n.t('{0} could not be read or written. The log says why.', name()));
    });
  return Disposable.from(
    commands.registerCommand(COMMANDS.exportCodebook, async (argument?: { target?: Uri }) => {
      const { codebook, uri } = await load();
      const defaultUri = Uri.joinPath(uri, '../codebook.qdc');
      const target =
        argument?.target ??
        (await window.showSaveDialog({ filters: FILTERS, defaultUri, title: l10n.t('Export Codebook') }));
      if (!target) return;
      await guarded(
        async () => {
          await workspace.fs.writeFile(target, new TextEncoder().encode(engine().writeQdc(codebook)));
          window.setStatusBarMessage(l10n.t('Codebook written to {0}', fileName(target)), 5000);
        },
        () => fileName(target),
      );
    }),
    commands.registerCommand(COMMANDS.importCodebook, async (argument?: { source?: Uri }) => {
      const source =
        argument?.source ?? (await window.showOpenDialog({ filters: FILTERS, title: l10n.t('Import Codebook') }))?.[0];
      if (!source) return;
      await guarded(
        async () => {
          const { codebook: read, problems } = engine().readQdc(
            new TextDecoder().decode(await workspace.fs.readFile(source)),
          );
          const { uri, codebook } = await load();
          const operations = engine().importTags(codebook, read.tags);
          if (operations.length === 0) {
            window.showInformationMessage(
              problems.length > 0
                ? l10n.t('{0} is not a REFI-QDA codebook; nothing was changed.', fileName(source))
                : l10n.t('The codebook has all these tags already.'),
            );
          } else await history.run(l10n.t('import codebook'), [{ codebook: uri, operations }]);
        },
        () => fileName(source),
      );
    }),
  );
}
