/** Puts formulas, markup, escapes and commands for a CI server wherever a text of its own is shown. */
import type { Workshop } from '../../../src/workshop/index.ts';

const HTML = '<img src=x onerror=alert(1)><script>alert(1)</script>';
const FORMULA = `=HYPERLINK("@canary@/formula","me")`;
const ANSI = '\u001B[2J\u001B]8;;@canary@\u0007';

export default async function ({ mlflow }: Workshop) {
  await mlflow.setExperiment('workshop-churn-learning');
  await mlflow.startRun({ runName: FORMULA + HTML }, async () => {
    await mlflow.logParam('model_type', HTML + ANSI);
    await mlflow.setTag('tag', `${FORMULA}\u202E`);
    await mlflow.logText(HTML, 'report.html');
  });
  process.stdout.write(`${ANSI}${HTML}\n::error file=x::injected\n##[error]injected\n`);
  throw new Error(`${FORMULA}\n::error::injected\n${HTML}${ANSI}![i](@canary@/i.png)`);
}
