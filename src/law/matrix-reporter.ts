import { writeFileSync } from 'node:fs';
import type { Reporter, TestModule } from 'vitest/node';
import { renderMatrix, unkilledChecks, type LawResult } from './matrix.ts';

declare module 'vitest' {
  interface TaskMeta {
    law?: LawResult;
  }
}

/**
 * Prints the matrix of the law and fails the run on a check that no wrong answer fails. `LAW_RESULTS`
 * names a file for the verdicts as JSON, to compare one provider of MLflow with another.
 */
export default class MatrixReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const results: LawResult[] = [];
    let complete = true;
    for (const module of modules) {
      for (const test of module.children.allTests()) {
        const { law } = test.meta();
        if (law !== undefined) results.push(law);
        else if (test.project.name === 'law' && test.result().state !== 'passed') complete = false;
      }
    }
    if (results.length === 0) return;
    const sorted = results.toSorted((a, b) => a.exercise.localeCompare(b.exercise));
    process.stdout.write(`\n${renderMatrix(sorted)}\n\n`);
    const { LAW_RESULTS: file } = process.env;
    if (file !== undefined) writeFileSync(file, `${JSON.stringify(sorted, null, 1)}\n`);
    // A filtered run shows its part of the matrix; what it left out is no gap.
    const whole = new Set(
      sorted.filter(({ answer }) => answer === 'solution').map((r) => r.exercise),
    );
    const gaps = unkilledChecks(sorted.filter(({ exercise }) => whole.has(exercise)));
    if (complete && gaps.length > 0) {
      process.stdout.write(`No wrong answer fails: ${gaps.join(', ')}\n`);
      process.exitCode = 1;
    }
  }
}
