// Mocha's usual report; inside VS Code, where nobody sees it, also as text and counts in the file that TEST_RESULTS names.
const { writeFileSync } = require('node:fs');
const { reporters } = require('mocha');

module.exports = class CountingReporter extends reporters.Spec {
  constructor(runner, options) {
    super(runner, options);
    const lines = [];
    runner.on('pass', (test) => lines.push(`  ok ${test.fullTitle()}`));
    runner.on('fail', (test, error) => lines.push(`  FAILED ${test.fullTitle()}\n    ${error.stack ?? error}`));
    runner.on('pending', (test) => lines.push(`  skipped ${test.fullTitle()}`));
    runner.once('end', () => {
      const { passes, failures } = this.stats;
      if (!process.env.TEST_RESULTS) return;
      writeFileSync(
        process.env.TEST_RESULTS,
        JSON.stringify({ passed: passes, failed: failures, report: lines.join('\n') }),
      );
    });
  }
};
