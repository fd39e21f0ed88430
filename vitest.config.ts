import { defineConfig } from 'vitest/config';

/**
 * `unit` is pure and quick. `mlflow` tests the client, the kit and the server against a real MLflow, and
 * against Python. `python` runs scripts and notebooks. `browser` opens the HTML report in a Chromium. `law` grades every stub, solution and wrong
 * answer. `sandbox` attacks what strangers' code runs in. `cli` runs the commands as a person does. Node runs the TypeScript itself, as it does outside of tests.
 */
export default defineConfig({
  test: {
    experimental: { viteModuleRunner: false },
    env: { ORT_DISABLE_TELEMETRY: '1' },
    setupFiles: ['./tests/take-coverage.ts'],
    reporters: ['default', './src/law/matrix-reporter.ts'],
    projects: [
      {
        extends: true,
        test: { name: 'unit', include: ['tests/unit/**/*.test.ts'], testTimeout: 30_000 },
      },
      {
        extends: true,
        test: {
          name: 'mlflow',
          include: ['tests/mlflow/**/*.test.ts'],
          globalSetup: ['tests/start-mlflow.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'python',
          include: ['tests/python/**/*.test.ts'],
          globalSetup: ['tests/start-mlflow.ts'],
          // Each test starts a Python that imports MLflow and scikit-learn.
          maxConcurrency: 2,
          testTimeout: 240_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          testTimeout: 300_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'law',
          include: ['tests/law/**/*.test.ts'],
          globalSetup: ['tests/start-law-server.ts'],
          maxConcurrency: 3,
        },
      },
      {
        extends: true,
        test: {
          name: 'sandbox',
          include: ['tests/sandbox/**/*.test.ts', 'tests/attacks/**/*.test.ts'],
          globalSetup: ['tests/start-law-server.ts'],
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'cli',
          include: ['tests/cli/**/*.test.ts'],
          globalSetup: ['tests/cli/install-python.ts'],
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
