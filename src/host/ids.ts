/** Every id that the manifest and the code share. A test compares them. */
export const LANGUAGE = 'policy-transcript';
export const SECTION = 'policyTranscripts';

export const COMMANDS = {
  tagSelection: 'policyTranscripts.tagSelection',
  showLog: 'policyTranscripts.showLog',
  reveal: 'policyTranscripts.reveal',
} as const;

export const VIEWS = {
  questions: 'policyTranscripts.questions',
  slogans: 'policyTranscripts.slogans',
} as const;

/** Context key: whether the active editor shows a transcript. */
export const HAS_TRANSCRIPT = 'policyTranscripts.hasTranscript';
