import { expect, test } from 'vitest';
import { replaced, scratchProject, solutionOf } from './scratch-project.ts';

const NAME = '07-gradient-boosting';

test('two commands at once each judge their own submission, on a cold MLflow and on a warm one', async () => {
  await using project = await scratchProject();
  const solution = await solutionOf(NAME);
  await project.write(`exercises/${NAME}.ts`, solution);
  const wrong = await project.write(
    `elsewhere/${NAME}.ts`,
    replaced(solution, 'learning_rate', 'learning_rat'),
  );
  for (const server of ['cold', 'warm']) {
    const [good, bad] = await Promise.all([
      project.run(['test', '07']),
      project.run(['test', wrong]),
    ]);
    expect(good.stdout, server).toContain(`✓ ${NAME}  Log a gradient boosting  17/17  passed`);
    expect(good.stdout).not.toContain('runs are called');
    expect(good.status).toBe(0);
    expect(bad.stdout, server).toContain(
      'Parameter learning_rate missing: you logged "learning_rat".',
    );
    expect(bad.stdout).not.toContain('runs are called');
    expect(bad.status).toBe(1);
  }
});

test('two commands at once do not search among what was put there for the other', async () => {
  await using project = await scratchProject();
  const names = ['06-compare-runs', '09-best-model'] as const;
  for (const name of names) await project.write(`exercises/${name}.ts`, await solutionOf(name));
  await project.run(['mlflow', 'start']);
  const ran = await Promise.all(
    ['06', '09', '06', '09'].map((word) => project.run(['test', word])),
  );
  for (const { stdout, status } of ran) {
    expect(stdout).toContain('1 passed');
    expect(status).toBe(0);
  }
});
