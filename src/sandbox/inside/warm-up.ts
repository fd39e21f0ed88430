/** What a submission loads when it first needs it, loaded here so that it is compiled once for all. */
export default async function (): Promise<void> {
  await Promise.all([import('ajv'), import('axios'), import('onnxruntime-node'), import('yaml')]);
}
