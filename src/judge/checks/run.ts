import { message } from '../../messages/sentence.ts';
import { about, failure, type Check, type Failure } from '../check.ts';
import { errorSaid } from '../error-said.ts';
import { EXPERIMENT, foundRun } from '../found-run.ts';
import { nearest } from '../nearest.ts';
import type { RunFact, Snapshot } from '../snapshot.ts';

/** The run exists in the workshop's experiment, is active and FINISHED. Everything else needs it. */
export function runFinished(runName: string, points = 2): Check {
  return {
    id: 'run',
    points,
    needs: [],
    runName,
    sentence: message('run.sentence', { name: runName }),
    hint: message('run.hint', { name: runName }),
    test: (snapshot) => {
      const run = foundRun(snapshot, runName);
      return run === null ? explainAbsence(snapshot, runName) : explainStatus(run, snapshot);
    },
  };
}

function explainStatus(run: RunFact, snapshot: Snapshot): Failure | null {
  if (run.status === 'FINISHED') return null;
  return about(opening(run), unfinished(run, snapshot));
}

function unfinished(run: RunFact, snapshot: Snapshot): Failure {
  if (run.status === 'FAILED') {
    const { outcome, error } = snapshot.execution;
    return outcome !== 'threw' || error === null
      ? failure(message('run.failed', { name: run.name }), message('run.failed.hint'))
      : failure(
          message('run.failed-because', { name: run.name, error: errorSaid(error) }),
          message('run.failed.hint'),
        );
  }
  return failure(
    message('run.unfinished', { name: run.name, status: run.status }),
    message('run.unfinished.hint'),
  );
}

function explainAbsence(snapshot: Snapshot, runName: string): Failure {
  const same = snapshot.runs.filter((run) => run.name === runName);
  const deleted = same.find((run) => run.deleted && run.experimentName === EXPERIMENT);
  if (deleted !== undefined) {
    return about(
      { kind: 'run-deleted', runId: deleted.id, name: runName },
      failure(message('run.deleted', { name: runName }), message('run.deleted.hint')),
    );
  }
  const elsewhere = same.find((run) => run.experimentName !== EXPERIMENT);
  if (elsewhere !== undefined) {
    const values = { name: runName, experiment: elsewhere.experimentName, expected: EXPERIMENT };
    return about(
      opening(elsewhere),
      failure(
        message('run.elsewhere', values),
        message('run.elsewhere.hint', { expected: EXPERIMENT }),
      ),
    );
  }
  const others = snapshot.runs.filter((run) => !run.deleted);
  const [other, ...more] = others;
  if (other !== undefined) {
    const names = [...new Set(others.map((run) => run.name))];
    const close = nearest(runName, names);
    const near = others.find((run) => run.name === close);
    if (near !== undefined) return explainNear(near, runName);
    const failed = failure(message('run.others', { name: runName, found: list(names) }));
    return more.length === 0 ? about(opening(other), failed) : failed;
  }
  return snapshot.earlierRunNames.includes(runName)
    ? failure(message('run.only-earlier', { name: runName }))
    : failure(message('run.none', { name: runName }));
}

function explainNear({ id, name }: RunFact, runName: string): Failure {
  return about(
    { kind: 'run-name', runId: id, name },
    failure(
      message('run.near', { name: runName, found: name }),
      message('run.near.hint', { name: runName }),
    ),
  );
}

const opening = ({ id, name }: RunFact) => ({ kind: 'run', runId: id, name }) as const;

const list = (names: readonly string[]) =>
  names.slice(0, 5).join(', ') + (names.length > 5 ? ', …' : '');
