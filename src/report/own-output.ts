import type { Snapshot } from '../judge/snapshot.ts';

/**
 * What libraries of Python write to the standard error by themselves, a line each: MLflow's log and what it says of the
 * registry, ONNX Runtime's log. Their errors are kept. All patterns are bounded: the text is a stranger's.
 */
const LIBRARY_LINES = [
  /^\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d (?:INFO|WARNING) (?:mlflow|alembic)[\w.]*: /,
  /^Successfully registered model '.*'\.$/,
  /^Registered model '.*' already exists\. Creating a new version of this model\.\.\.$/,
  /^Created version '\d+' of model '.*'\.$/,
  /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d+ \[[IW]:onnxruntime:/,
];

/** A warning that blames no line of the submission, but one of a library's; of a fit that did not converge it is news. */
const LIBRARY_WARNING =
  /^.{0,300}[/\\](?:site-packages|lib[/\\]python3\.\d+)[/\\].{0,300}\.py:\d+: (?!Convergence)\w*Warning: /;
/** The line of source that follows, in the same breath. */
const BLAMED_LINE = /^ {2}\S/;

/** The bar that MLflow draws while files move. */
const BAR =
  /\r?(?:Downloading|Uploading) artifacts: +\d+%\|[^|\r\n]{0,200}\| [\w.?]{1,9}\/[\w.?]{1,9} \[[^\]\r\n]{0,80}\]/g;

/** What a submission printed itself, on both of its outputs, without what libraries say. */
export function ownOutput({
  execution,
  language,
}: Pick<Snapshot, 'execution' | 'language'>): string {
  const { output } = execution;
  if (language !== 'python') return output;
  const lines = output.split('\n');
  const own = lines.flatMap((line, index) => {
    const [before, after] = [lines[index - 1] ?? '', lines[index + 1] ?? ''];
    if (LIBRARY_LINES.some((pattern) => pattern.test(line))) return [];
    if (LIBRARY_WARNING.test(line) && BLAMED_LINE.test(after)) return [];
    if (LIBRARY_WARNING.test(before) && BLAMED_LINE.test(line)) return [];
    const rest = line.replaceAll(BAR, '');
    return rest.trim() === '' && rest !== line ? [] : [rest];
  });
  return own.join('\n');
}
