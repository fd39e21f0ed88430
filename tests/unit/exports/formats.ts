import { readFileSync } from 'node:fs';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { XmlDocument, XsdValidator } from 'libxml2-wasm';

const text = (name: string) =>
  readFileSync(new URL(`../../formats/${name}`, import.meta.url), 'utf8');

const validators = new Map<string, ValidateFunction>();

/** What a consumer's JSON Schema has against a value; empty when it accepts it. */
export function refusals(schema: string, value: unknown): readonly string[] {
  const validate = validators.get(schema) ?? compile(schema);
  validators.set(schema, validate);
  // What is sent is JSON: undefined fields and NaN are seen as the consumer will see them.
  validate(JSON.parse(JSON.stringify(value)));
  return (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message}`);
}

const DRAFT = 'https://json-schema.org/draft/2020-12/schema';

function compile(schema: string): ValidateFunction {
  const json: object = JSON.parse(text(`${schema}.schema.json`));
  // Whatever draft a schema names: those that are here read the same in all of them.
  return new Ajv2020({ strict: false, allErrors: true }).compile({ ...json, $schema: DRAFT });
}

/** What a schema of JUnit XML has against a document. */
export function xmlRefusals(schema: 'junit-ant' | 'junit-jenkins', xml: string): string | null {
  using xsd = XmlDocument.fromString(text(`${schema}.xsd`));
  using validator = XsdValidator.fromDoc(xsd);
  using document = XmlDocument.fromString(xml);
  try {
    validator.validate(document);
    return null;
  } catch (error) {
    return String(error);
  }
}
