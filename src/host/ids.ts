/** Every id that the manifest and the code share. A test compares them. */
export const LANGUAGE = 'policy-transcript';
export const SECTION = 'policyTranscripts';

/** Commands of the palette, of menus and keys. */
export const COMMANDS = {
  tagSelection: 'policyTranscripts.tagSelection',
  tagAgain: 'policyTranscripts.tagAgain',
  tagAllMentions: 'policyTranscripts.tagAllMentions',
  editTags: 'policyTranscripts.editTags',
  addNote: 'policyTranscripts.addNote',
  documentNote: 'policyTranscripts.documentNote',
  tagNote: 'policyTranscripts.tagNote',
  deleteAnnotation: 'policyTranscripts.deleteAnnotation',
  undoAnnotationChange: 'policyTranscripts.undoAnnotationChange',
  redoAnnotationChange: 'policyTranscripts.redoAnnotationChange',
  acceptProposal: 'policyTranscripts.acceptProposal',
  compareWording: 'policyTranscripts.compareWording',
  reanchorToSelection: 'policyTranscripts.reanchorToSelection',
  keepThisVersion: 'policyTranscripts.keepThisVersion',
  keepOtherVersion: 'policyTranscripts.keepOtherVersion',
  keepBothVersions: 'policyTranscripts.keepBothVersions',
  compareVersions: 'policyTranscripts.compareVersions',
  keepAsOrphan: 'policyTranscripts.keepAsOrphan',
  arrangeAnnotations: 'policyTranscripts.arrangeAnnotations',
  renameTag: 'policyTranscripts.renameTag',
  mergeTag: 'policyTranscripts.mergeTag',
  moveTag: 'policyTranscripts.moveTag',
  deleteTag: 'policyTranscripts.deleteTag',
  newTag: 'policyTranscripts.newTag',
  adoptTag: 'policyTranscripts.adoptTag',
  openSidecar: 'policyTranscripts.openSidecar',
  openCodebook: 'policyTranscripts.openCodebook',
  importCodebook: 'policyTranscripts.importCodebook',
  exportCodebook: 'policyTranscripts.exportCodebook',
  exportAnnotations: 'policyTranscripts.exportAnnotations',
  copyWithCitation: 'policyTranscripts.copyWithCitation',
  mergeCopy: 'policyTranscripts.mergeCopy',
  relinkSidecar: 'policyTranscripts.relinkSidecar',
  resolveConflict: 'policyTranscripts.resolveConflict',
  setUpGit: 'policyTranscripts.setUpGit',
  showLog: 'policyTranscripts.showLog',
  showLegend: 'policyTranscripts.showLegend',
  openSample: 'policyTranscripts.openSample',
  nextQuestion: 'policyTranscripts.nextQuestion',
  previousQuestion: 'policyTranscripts.previousQuestion',
  nextTurn: 'policyTranscripts.nextTurn',
  previousTurn: 'policyTranscripts.previousTurn',
  nextClaim: 'policyTranscripts.nextClaim',
  previousClaim: 'policyTranscripts.previousClaim',
  nextSlogan: 'policyTranscripts.nextSlogan',
  explore: 'policyTranscripts.explore',
  sameNames: 'policyTranscripts.sameNames',
  notCompared: 'policyTranscripts.notCompared',
  previousFigureOfIndicator: 'policyTranscripts.previousFigureOfIndicator',
  nextFigureOfIndicator: 'policyTranscripts.nextFigureOfIndicator',
  previousSlogan: 'policyTranscripts.previousSlogan',
  showWorkspace: 'policyTranscripts.showWorkspace',
  showTranscript: 'policyTranscripts.showTranscript',
  filterAnnotations: 'policyTranscripts.filterAnnotations',
  filterClaims: 'policyTranscripts.filterClaims',
  filterSlogans: 'policyTranscripts.filterSlogans',
  filterQuestions: 'policyTranscripts.filterQuestions',
  arrangeClaims: 'policyTranscripts.arrangeClaims',
  arrangeSlogans: 'policyTranscripts.arrangeSlogans',
  openClaimsTable: 'policyTranscripts.openClaimsTable',
  exportClaims: 'policyTranscripts.exportClaims',
  copyWords: 'policyTranscripts.copyWords',
  rejectFinding: 'policyTranscripts.rejectFinding',
  correctFinding: 'policyTranscripts.correctFinding',
  rejectClaim: 'policyTranscripts.rejectClaim',
  rejectSlogan: 'policyTranscripts.rejectSlogan',
  rejectSpeaker: 'policyTranscripts.rejectSpeaker',
  correctClaim: 'policyTranscripts.correctClaim',
  correctSlogan: 'policyTranscripts.correctSlogan',
  correctSpeaker: 'policyTranscripts.correctSpeaker',
  suggest: 'policyTranscripts.suggest',
  declareSlogan: 'policyTranscripts.declareSlogan',
  showCorrections: 'policyTranscripts.showCorrections',
  setDocumentFacts: 'policyTranscripts.setDocumentFacts',
  importTranscripts: 'policyTranscripts.importTranscripts',
  newFromClipboard: 'policyTranscripts.newFromClipboard',
  cleanUpLayout: 'policyTranscripts.cleanUpLayout',
  openOriginal: 'policyTranscripts.openOriginal',
  treatAsTranscript: 'policyTranscripts.treatAsTranscript',
  treatAsPlainText: 'policyTranscripts.treatAsPlainText',
} as const;

/** Commands that only tree nodes, links and status items call: not in the manifest. */
export const INTERNAL_COMMANDS = {
  reveal: 'policyTranscripts.reveal',
  answerOffer: 'policyTranscripts.answerOffer',
  tagPlaces: 'policyTranscripts.tagPlaces',
} as const;

/** Schemes of texts that the extension makes: they are no files of anybody. */
export const OWN_SCHEMES = {
  note: 'policy-transcripts-note',
  wording: 'policy-transcripts-wording',
  legend: 'policy-transcripts-legend',
} as const;

export const VIEWS = {
  questions: 'policyTranscripts.questions',
  slogans: 'policyTranscripts.slogans',
  claims: 'policyTranscripts.claims',
  annotations: 'policyTranscripts.annotations',
} as const;

/** The command that filters each view. */
export const FILTERS: Readonly<Record<string, string>> = {
  [VIEWS.questions]: COMMANDS.filterQuestions,
  [VIEWS.slogans]: COMMANDS.filterSlogans,
  [VIEWS.claims]: COMMANDS.filterClaims,
  [VIEWS.annotations]: COMMANDS.filterAnnotations,
};

/** The webview panel that asks all transcripts, and is the table of figures. */
export const EXPLORE = 'policyTranscripts.exploring';

/** The webview panel that shows what becomes of documents. */
export const IMPORT_PREVIEW = 'policyTranscripts.importPreview';

/** Context keys for `when` clauses. */
export const CONTEXT = {
  /** Whether the active editor shows a transcript. */
  hasTranscript: 'policyTranscripts.hasTranscript',
  /** `document` or `workspace`: what the views show. */
  scope: 'policyTranscripts.scope',
  /** Whether the active editor shows a sidecar with conflict markers. */
  hasConflict: 'policyTranscripts.hasConflict',
  /** Whether the extension runs in a browser, where there is no git. */
  isBrowserHost: 'policyTranscripts.isBrowserHost',
} as const;
