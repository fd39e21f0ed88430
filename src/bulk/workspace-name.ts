import { randomBytes } from 'node:crypto';

/** Of a name in MLflow: 63 of a-z, 0-9 and dashes at most. */
const ID_LENGTH = 46;

/**
 * The name of a workspace for one grading of a submission. Never the same twice: MLflow leaves the artifact
 * files of a deleted workspace to the next of its name.
 */
export function workspaceName(submissionId: string): string {
  const readable = submissionId
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, ID_LENGTH)
    .replaceAll(/^-+|-+$/g, '');
  return `${readable || 'submission'}-${randomBytes(6).toString('hex')}`;
}
