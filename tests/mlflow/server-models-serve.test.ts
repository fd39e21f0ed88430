import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import getPort from 'get-port';
import { expect, inject, test } from 'vitest';
import { ask } from '../../src/server/health.ts';
import { pythonEnv } from '../../src/server/index.ts';
import { runCommand } from '../../src/server/run-command.ts';

/** A model y = x + z in the ONNX flavour, saved by Python's own client. */
const SAVE = `
import sys, onnx, mlflow.onnx
from onnx import TensorProto as T, helper as h
x, z, y = [h.make_tensor_value_info(n, T.DOUBLE, [None]) for n in "xzy"]
graph = h.make_graph([h.make_node("Add", ["x", "z"], ["y"])], "g", [x, z], [y])
model = h.make_model(graph, opset_imports=[h.make_opsetid("", 17)], ir_version=9)
mlflow.onnx.save_model(model, sys.argv[1], pip_requirements=["onnx", "onnxruntime"])
`;

test('the embedded Python serves an ONNX model by mlflow models serve', async () => {
  const python = inject('python');
  const folder = await mkdtemp(join(tmpdir(), 'serve-'));
  const model = join(folder, 'model');
  const env = pythonEnv(python, process.env);
  const saved = await runCommand(python, ['-c', SAVE, model], { env });
  expect(saved.output).not.toContain('Traceback');
  const port = await getPort();
  const uri = `http://127.0.0.1:${port}`;
  const args = ['-m', 'mlflow', 'models', 'serve', '-m', model, '--env-manager', 'local'];
  const server = spawn(python, [...args, '-p', String(port)], {
    env,
    stdio: 'ignore',
    detached: true,
  });
  try {
    const isUp = () =>
      ask(`${uri}/ping`, 1_000).then(
        ({ status }) => status === 200,
        () => false,
      );
    while (!(await isUp())) {
      expect(server.exitCode).toBeNull();
      await pause(100);
    }
    const answer = await fetch(`${uri}/invocations`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        dataframe_split: {
          columns: ['x', 'z'],
          data: [
            [1.5, 0.25],
            [2.5, 0.5],
          ],
        },
      }),
    });
    expect(await answer.json()).toEqual({ predictions: [{ y: 1.75 }, { y: 3 }] });
  } finally {
    if (server.pid !== undefined) process.kill(-server.pid, 'SIGKILL');
    await rm(folder, { recursive: true });
  }
});
