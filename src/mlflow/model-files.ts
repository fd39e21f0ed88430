import { signatureFields, type ModelSignature } from './signature.ts';
import type { Flavors } from './mlmodel.ts';

export type FileContent = string | Uint8Array;

/** Rows as pandas' "split" orientation has them. */
export interface InputExample {
  readonly columns: readonly string[];
  readonly data: readonly (readonly unknown[])[];
}

export interface ModelParts {
  /** Path below the model's folder to content, for example `model.onnx`. */
  readonly files: Readonly<Record<string, FileContent>>;
  /** As MLmodel has them; `python_function` is given `env` and `python_version` where it has none. */
  readonly flavors: Flavors;
  readonly signature?: ModelSignature;
  readonly inputExample?: InputExample;
  /** pip requirements; `mlflow==<server's version>` is put first where none names mlflow. */
  readonly requirements?: readonly string[];
  /** Python that the model asks for, 3.11 unless given. */
  readonly pythonVersion?: string;
}

export interface ModelIdentity {
  readonly modelId: string;
  readonly runId: string | null;
  readonly artifactPath: string;
  readonly mlflowVersion: string;
}

/** A whole model folder as Python's `log_model` writes it: the given files, MLmodel, environments. */
export async function modelFiles(
  parts: ModelParts,
  identity: ModelIdentity,
): Promise<Record<string, FileContent>> {
  const { stringify } = await import('yaml');
  // PyYAML reads YAML 1.1, where more texts need quotes (dates, "yes"); no line may be folded.
  const toYaml = (value: object): string => stringify(value, { version: '1.1', lineWidth: 0 });
  const python = parts.pythonVersion ?? '3.11';
  const requirements = withMlflow(parts.requirements ?? [], identity.mlflowVersion);
  return {
    ...parts.files,
    ...exampleFiles(parts.inputExample),
    'requirements.txt': `${requirements.join('\n')}\n`,
    'python_env.yaml': toYaml({
      python,
      build_dependencies: ['pip', 'setuptools', 'wheel'],
      dependencies: ['-r requirements.txt'],
    }),
    'conda.yaml': toYaml({
      channels: ['conda-forge'],
      dependencies: [`python=${python}`, 'pip', { pip: requirements }],
      name: 'mlflow-env',
    }),
    MLmodel: toYaml(mlmodelFields(parts, identity, python)),
  };
}

function mlmodelFields(parts: ModelParts, identity: ModelIdentity, python: string): object {
  return {
    artifact_path: identity.artifactPath,
    flavors: withEnvironment(parts.flavors, python),
    mlflow_version: identity.mlflowVersion,
    model_id: identity.modelId,
    model_size_bytes: Object.values(parts.files).reduce((sum, file) => sum + sizeOf(file), 0),
    model_uuid: identity.modelId,
    prompts: null,
    ...(identity.runId === null ? {} : { run_id: identity.runId }),
    ...(parts.inputExample === undefined ? {} : { saved_input_example_info: EXAMPLE_INFO }),
    ...(parts.signature === undefined ? {} : { signature: signatureFields(parts.signature) }),
    utc_time_created: new Date().toISOString().replace('T', ' ').replace('Z', '000'),
  };
}

const EXAMPLE_INFO = {
  artifact_path: 'input_example.json',
  pandas_orient: 'split',
  serving_input_path: 'serving_input_example.json',
  type: 'dataframe',
};

function exampleFiles(example: InputExample | undefined): Record<string, string> {
  if (example === undefined) return {};
  return {
    [EXAMPLE_INFO.artifact_path]: JSON.stringify(example),
    [EXAMPLE_INFO.serving_input_path]: JSON.stringify({ dataframe_split: example }, null, 2),
  };
}

function withEnvironment(flavors: Flavors, python: string): Flavors {
  const pyfunc = flavors['python_function'];
  if (pyfunc === undefined) return flavors;
  const env = { conda: 'conda.yaml', virtualenv: 'python_env.yaml' };
  return { ...flavors, python_function: { env, python_version: python, ...pyfunc } };
}

function withMlflow(requirements: readonly string[], version: string): readonly string[] {
  const named = requirements.some((requirement) => /^mlflow\b(?!-)/.test(requirement));
  return named ? requirements : [`mlflow==${version}`, ...requirements];
}

function sizeOf(content: FileContent): number {
  return typeof content === 'string' ? Buffer.byteLength(content) : content.byteLength;
}
