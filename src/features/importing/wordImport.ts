import { l10n } from 'vscode';
import type { DropReason } from '../../core/importing/importedLine';
import type { ImportFault, LeftAlone } from '../../importing/original';

/** The one sentence that tells a person why nothing was made of a file, and what to do. */
export function wordFault(fault: ImportFault, name: string): string {
  switch (fault) {
    case 'unknownKind':
      return l10n.t('{0} is of a kind that cannot be read. Save it as .docx, .pdf, .html or .txt.', name);
    case 'empty':
      return l10n.t('There is no text in {0}.', name);
    case 'scanned':
      return l10n.t('{0} holds pictures of pages and no text. Have its text recognised (OCR) first.', name);
    case 'password':
      return l10n.t('{0} is protected by a password. Save a copy without one.', name);
    case 'damaged':
      return l10n.t('{0} is damaged, or is not what its name says.', name);
    case 'tooLarge':
      return l10n.t('{0} is larger than any transcript. Save its text alone.', name);
    case 'entities':
      return l10n.t('{0} refers to other files in a way that no word processor writes. It was not read.', name);
    case 'cancelled':
      return l10n.t('Reading {0} was cancelled.', name);
  }
}

/** Why a line is left out, in a word or two. */
export function wordReason(reason: DropReason): string {
  switch (reason) {
    case 'pageHead':
      return l10n.t('head or foot of a page');
    case 'pageNumber':
      return l10n.t('page number');
    case 'watermark':
      return l10n.t('across the page');
    case 'navigation':
      return l10n.t('navigation');
    case 'links':
      return l10n.t('links');
    case 'sharing':
      return l10n.t('sharing and printing');
    case 'legal':
      return l10n.t('legal and editorial line');
    case 'outside':
      return l10n.t('outside the article');
    case 'hidden':
      return l10n.t('not shown by the page');
    case 'comment':
      return l10n.t('remark of a reviewer');
    case 'deleted':
      return l10n.t('struck out');
    case 'cue':
      return l10n.t('number or time of a subtitle');
    case 'repeated':
      return l10n.t('said twice');
  }
}

/** What was in an original and is no text. */
export function wordLeftAlone(what: LeftAlone): string {
  switch (what) {
    case 'macros':
      return l10n.t('Macros were not run.');
    case 'scripts':
      return l10n.t('Scripts were not run, and nothing was fetched.');
    case 'pictures':
      return l10n.t('Pictures were not read.');
    case 'pagesWithoutText':
      return l10n.t('Some pages hold no text: they may be scanned.');
  }
}
