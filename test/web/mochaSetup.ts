import 'mocha/mocha';

// before any test file is read: mocha's browser build has no functions to describe tests with until it is told which
mocha.setup({ ui: 'bdd', timeout: 20_000, color: false, reporter: class {} as unknown as Mocha.ReporterConstructor });
